package org.gne.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapRange;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * The shortest ways over a 2-D map through places where rows lie: what must change, step by step, to get from one place to places of another
 * kind. A step costs its length, more the farther it is from all rows: {@code 1 + u^2}, with u the distance from the nearest row in cells. It is
 * Dijkstra's algorithm on a grid of 96 cells along the longer side of the map; E. W. Dijkstra: A note on two problems in connexion with
 * graphs, 1959. The page of {@code gne explore} searches the same grid.
 *
 * <pre>{@code
 * DensePath ways = DensePath.over(model.embedding());
 * float[][] samples = model.generate(ways.centres());
 * boolean[] wanted = new boolean[samples.length];
 * for (int cell = 0; cell < wanted.length; cell++) {
 *     wanted[cell] = samples[cell][column] > 10;
 * }
 * float[][] path = ways.find(model.embedding().point(row), wanted);
 * }</pre>
 */
public final class DensePath {

    private static final int SIDE = 96;

    /** A goal has a row within this many cells, if there is any such goal. */
    private static final double NEAR = 1.5;

    private static final int VOTERS = 7;

    private static final int[][] STEPS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

    /** A cell that may be reached at a cost. */
    private record Reached(int cell, double cost) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            int by = Double.compare(cost, other.cost);
            return by != 0 ? by : Integer.compare(cell, other.cell);
        }
    }

    private final double left;
    private final double bottom;
    private final double unit;
    private final int columns;
    private final int lines;
    private final double[] prices;

    private DensePath(double left, double bottom, double unit, int columns, int lines, double[] prices) {
        this.left = left;
        this.bottom = bottom;
        this.unit = unit;
        this.columns = columns;
        this.lines = lines;
        this.prices = prices;
    }

    /**
     * Prepares the grid over a map.
     *
     * @throws IllegalArgumentException if the map does not have 2 dimensions
     */
    public static DensePath over(Embedding map) {
        if (map.dim() != 2) {
            throw new IllegalArgumentException("ways over a map: found " + map.dim() + " dimensions, expected 2");
        }
        MapRange x = MapRange.whole(map, 0);
        MapRange y = MapRange.whole(map, 1);
        double unit = Math.max(1e-9, Math.max(x.length(), y.length())) / SIDE;
        int columns = Math.max(1, (int) Math.ceil(x.length() / unit));
        int lines = Math.max(1, (int) Math.ceil(y.length() / unit));
        DensePath bare = new DensePath(x.low(), y.low(), unit, columns, lines, new double[columns * lines]);
        float[] distances = bare.nearest(map, 1).distances();
        for (int cell = 0; cell < distances.length; cell++) {
            // The distances are squared.
            bare.prices[cell] = 1 + distances[cell] / (unit * unit);
        }
        return bare;
    }

    private NeighborGraph nearest(Embedding map, int k) {
        try (Parallel parallel = new Parallel(Runtime.getRuntime().availableProcessors())) {
            return NeighborSearch.over(map, 1, parallel).nearest(new Embedding(flat(centres()), 2), k, parallel);
        }
    }

    /**
     * The cells of a class: most of the 7 rows nearest to their middles have it.
     *
     * @param map the map that the grid was prepared over
     * @param label the index of the class
     * @return {@code [cells]}
     */
    public boolean[] cellsOf(Embedding map, Labels labels, int label) {
        int k = Math.min(VOTERS, map.size());
        int[] neighbors = nearest(map, k).neighbors();
        boolean[] found = new boolean[prices.length];
        for (int cell = 0; cell < found.length; cell++) {
            int votes = 0;
            for (int i = 0; i < k; i++) {
                votes += labels.classes()[neighbors[cell * k + i]] == label ? 1 : 0;
            }
            found[cell] = 2 * votes > k;
        }
        return found;
    }

    private static float[] flat(float[][] points) {
        float[] values = new float[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            values[2 * i] = points[i][0];
            values[2 * i + 1] = points[i][1];
        }
        return values;
    }

    /** The middles of all cells: {@code [cells][2]}. */
    public float[][] centres() {
        float[][] centres = new float[columns * lines][];
        for (int cell = 0; cell < centres.length; cell++) {
            centres[cell] = new float[] {
                (float) (left + (cell % columns + 0.5) * unit), (float) (bottom + (cell / columns + 0.5) * unit)
            };
        }
        return centres;
    }

    /**
     * The cheapest way from a point to a cell that is wanted.
     *
     * @param from {@code [2]}
     * @param wanted {@code [cells]}: which cells are goals, if a row lies near; that of the point itself is none
     * @return {@code [n][2]}: the point, then the middles of cells; empty if no cell is wanted
     */
    public float[][] find(float[] from, boolean[] wanted) {
        if (wanted.length != prices.length) {
            throw new IllegalArgumentException(
                    "goals: found " + wanted.length + ", expected one for each of " + prices.length + " cells");
        }
        boolean[] goals = dense(wanted);
        int start = cell(from[1], bottom, lines) * columns + cell(from[0], left, columns);
        double[] cost = new double[prices.length];
        int[] before = new int[prices.length];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[start] = 0;
        PriorityQueue<Reached> queue = new PriorityQueue<>();
        queue.add(new Reached(start, 0));
        for (Reached next = queue.poll(); next != null; next = queue.poll()) {
            int at = next.cell();
            if (next.cost() > cost[at]) {
                continue;
            }
            if (at != start && goals[at]) {
                return way(from, start, at, before);
            }
            for (int[] step : STEPS) {
                int i = at % columns + step[0];
                int j = at / columns + step[1];
                if (i >= 0 && j >= 0 && i < columns && j < lines) {
                    int other = j * columns + i;
                    double length = step[0] != 0 && step[1] != 0 ? Math.sqrt(2) : 1;
                    double sum = next.cost() + length * (prices[at] + prices[other]) / 2;
                    if (sum < cost[other]) {
                        cost[other] = sum;
                        before[other] = at;
                        queue.add(new Reached(other, sum));
                    }
                }
            }
        }
        return new float[0][];
    }

    /** The wanted cells that have a row near; all wanted cells if none has. */
    private boolean[] dense(boolean[] wanted) {
        boolean[] dense = new boolean[wanted.length];
        boolean any = false;
        for (int cell = 0; cell < wanted.length; cell++) {
            dense[cell] = wanted[cell] && prices[cell] <= 1 + NEAR * NEAR;
            any |= dense[cell];
        }
        return any ? dense : wanted;
    }

    private int cell(float value, double low, int count) {
        return Math.max(0, Math.min(count - 1, (int) Math.floor((value - low) / unit)));
    }

    private float[][] way(float[] from, int start, int goal, int[] before) {
        float[][] centres = centres();
        List<float[]> way = new ArrayList<>();
        for (int cell = goal; cell != start; cell = before[cell]) {
            way.add(centres[cell]);
        }
        way.add(from.clone());
        Collections.reverse(way);
        return way.toArray(float[][]::new);
    }
}
