package org.gne.bench.cells;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.neighbor.NeighborGraph;

/**
 * The order of cells along a path with branches, as a map shows it: by the length of the shortest way over neighbours on the
 * map from a cell at the start of the path, as diffusion and principal-graph methods order cells.
 */
final class PathOrder {

    /** Cells of the start from which the first cell is chosen: that in the middle of them. */
    private static final double FIRST = 0.05;

    private static final int NEIGHBORS = 10;

    private PathOrder() {}

    /** Kendall's tau of time and order on the map, as the mean over the ways from the start to each end. */
    static double tau(SimulatedCells cells, Embedding map, NeighborGraph graph) {
        double[] order = order(cells, map, graph);
        int[] origins = cells.options().origins();
        double sum = 0;
        int ends = 0;
        for (int end = 0; end < origins.length; end++) {
            int last = end;
            if (IntStream.of(origins).anyMatch(origin -> origin == last)) {
                continue;
            }
            boolean[] on = new boolean[origins.length];
            for (int piece = end; piece >= 0; piece = origins[piece]) {
                on[piece] = true;
            }
            int[] along = IntStream.range(0, map.size())
                    .filter(i -> on[cells.group()[i]])
                    .toArray();
            sum += kendall(cells.time(), order, along);
            ends++;
        }
        return sum / ends;
    }

    private static double kendall(double[] time, double[] order, int[] rows) {
        long agree = 0;
        long pairs = 0;
        for (int a : rows) {
            for (int b : rows) {
                if (time[a] < time[b]) {
                    pairs++;
                    agree += Double.compare(order[b], order[a]);
                }
            }
        }
        return (double) agree / pairs;
    }

    private static double[] order(SimulatedCells cells, Embedding map, NeighborGraph graph) {
        int n = map.size();
        boolean[] done = new boolean[n];
        double[] way = new double[n];
        Arrays.fill(way, Double.POSITIVE_INFINITY);
        way[start(cells, map)] = 0;
        int[][] both = bothWays(graph);
        int left = n;
        while (left > 0) {
            left -= walk(map, both, way, done);
            if (left > 0) {
                jump(map, way, done);
            }
        }
        return way;
    }

    private static int[][] bothWays(NeighborGraph graph) {
        int n = graph.size();
        int[] count = new int[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < NEIGHBORS; k++) {
                count[i]++;
                count[graph.neighbors()[i * graph.k() + k]]++;
            }
        }
        int[][] both = new int[n][];
        Arrays.setAll(both, i -> new int[count[i]]);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < NEIGHBORS; k++) {
                int other = graph.neighbors()[i * graph.k() + k];
                both[i][--count[i]] = other;
                both[other][--count[other]] = i;
            }
        }
        return both;
    }

    private record Step(double way, int cell) {}

    /** Dijkstra's shortest ways to all cells that can be reached. */
    private static int walk(Embedding map, int[][] neighbors, double[] way, boolean[] done) {
        PriorityQueue<Step> open = new PriorityQueue<>((a, b) -> Double.compare(a.way, b.way));
        for (int i = 0; i < way.length; i++) {
            if (!done[i] && way[i] < Double.POSITIVE_INFINITY) {
                open.add(new Step(way[i], i));
            }
        }
        int reached = 0;
        while (!open.isEmpty()) {
            Step next = open.poll();
            if (done[next.cell]) {
                continue;
            }
            done[next.cell] = true;
            reached++;
            for (int other : neighbors[next.cell]) {
                double longer = next.way + distance(map, next.cell, other);
                if (!done[other] && longer < way[other]) {
                    way[other] = longer;
                    open.add(new Step(longer, other));
                }
            }
        }
        return reached;
    }

    /** Joins an island by its shortest distance to a cell that was reached. */
    private static void jump(Embedding map, double[] way, boolean[] done) {
        double shortest = Double.POSITIVE_INFINITY;
        int to = -1;
        double longer = 0;
        for (int i = 0; i < way.length; i++) {
            for (int j = 0; !done[i] && j < way.length; j++) {
                double distance = done[j] ? distance(map, i, j) : Double.POSITIVE_INFINITY;
                if (distance < shortest) {
                    shortest = distance;
                    to = i;
                    longer = way[j] + distance;
                }
            }
        }
        way[to] = longer;
    }

    private static double distance(Embedding map, int a, int b) {
        return Math.hypot(map.get(a, 0) - map.get(b, 0), map.get(a, 1) - map.get(b, 1));
    }

    /** The earliest cells' medoid on the map. */
    private static int start(SimulatedCells cells, Embedding map) {
        int[] early = IntStream.range(0, map.size())
                .filter(i -> cells.time()[i] <= FIRST)
                .toArray();
        int best = early[0];
        double least = Double.POSITIVE_INFINITY;
        for (int a : early) {
            double sum =
                    IntStream.of(early).mapToDouble(b -> distance(map, a, b)).sum();
            if (sum < least) {
                least = sum;
                best = a;
            }
        }
        return best;
    }
}
