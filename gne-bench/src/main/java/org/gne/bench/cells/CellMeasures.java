package org.gne.bench.cells;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/** What a map keeps of the truth of simulated cells. All neighbours are those on the map. */
final class CellMeasures {

    private static final int VOTERS = 5;

    /** Neighbours of which the mixing of batches is measured; Korsunsky et al. (2019) use a perplexity of 30. */
    private static final int MIXED = 30;

    private static final int TRUSTED = 12;

    private final SimulatedCells cells;
    private final Embedding map;
    private final NeighborGraph graph;

    private CellMeasures(SimulatedCells cells, Embedding map, Parallel parallel) {
        this.cells = cells;
        this.map = map;
        graph = NeighborSearch.exact(map, parallel).graph(MIXED, parallel);
    }

    static Map<String, Object> of(SimulatedCells cells, Embedding map, Parallel parallel) {
        CellMeasures measures = new CellMeasures(cells, map, parallel);
        Map<String, Object> found = new LinkedHashMap<>();
        double[] hits = measures.hits();
        found.put("knn", hits[0]);
        found.put("knnGroups", hits[1]);
        found.put("trust", measures.trustworthiness());
        if (cells.options().paths()) {
            found.put("tau", PathOrder.tau(cells, map, measures.graph));
        }
        if (cells.options().batches() > 1) {
            found.put("mixing", measures.mixing());
        }
        return found;
    }

    /** The share of cells in whose group most of the 5 nearest others are; the same as the mean over groups. */
    private double[] hits() {
        int groups = cells.options().shares().length;
        double[] right = new double[groups];
        double[] all = new double[groups];
        for (int i = 0; i < map.size(); i++) {
            int[] votes = new int[groups];
            int most = 0;
            for (int k = 0; k < VOTERS; k++) {
                int group = cells.group()[graph.neighbors()[i * graph.k() + k]];
                votes[group]++;
                most = Math.max(most, votes[group]);
            }
            // Of groups with as many votes, that of the nearest cell.
            int winner = -1;
            for (int k = 0; k < VOTERS && winner < 0; k++) {
                int group = cells.group()[graph.neighbors()[i * graph.k() + k]];
                winner = votes[group] == most ? group : -1;
            }
            all[cells.group()[i]]++;
            right[cells.group()[i]] += winner == cells.group()[i] ? 1 : 0;
        }
        double mean = 0;
        int found = 0;
        for (int g = 0; g < groups; g++) {
            mean += all[g] > 0 ? right[g] / all[g] : 0;
            found += all[g] > 0 ? 1 : 0;
        }
        return new double[] {Arrays.stream(right).sum() / map.size(), mean / found};
    }

    /**
     * Trustworthiness (Venna and Kaski 2001) of the 12 nearest cells on the map, by the distances of the square roots of
     * noise-free expressions. The rank of a cell is the number of cells that are strictly nearer, so that cells of the same
     * expression are equally near.
     */
    private double trustworthiness() {
        int n = map.size();
        int[] count = new int[cells.profiles().length];
        for (int profile : cells.profile()) {
            count[profile]++;
        }
        int[] used = IntStream.range(0, count.length).filter(p -> count[p] > 0).toArray();
        long[][] nearer = new long[used.length][count.length];
        for (int a = 0; a < used.length; a++) {
            double[] distance = new double[used.length];
            for (int b = 0; b < used.length; b++) {
                distance[b] = distance(cells.profiles()[used[a]], cells.profiles()[used[b]]);
            }
            Integer[] order = new Integer[used.length];
            Arrays.setAll(order, b -> b);
            Arrays.sort(order, (b, c) -> Double.compare(distance[b], distance[c]));
            long before = 0;
            for (int b : order) {
                nearer[a][used[b]] = before;
                // The cell itself is not one of those that are nearer.
                before += count[used[b]] - (b == a ? 1 : 0);
            }
        }
        int[] place = new int[count.length];
        for (int a = 0; a < used.length; a++) {
            place[used[a]] = a;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < TRUSTED; k++) {
                int other = cells.profile()[graph.neighbors()[i * graph.k() + k]];
                sum += Math.max(0, nearer[place[cells.profile()[i]]][other] + 1 - TRUSTED);
            }
        }
        return 1 - 2 * sum / ((double) n * TRUSTED * (2.0 * n - 3 * TRUSTED - 1));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = Math.sqrt(a[j]) - Math.sqrt(b[j]);
            sum += difference * difference;
        }
        return sum;
    }

    /**
     * The mean number of batches among the 30 nearest cells, as the inverse of Simpson's index (the local inverse Simpson's
     * index of Korsunsky et al. 2019, Nature Methods 16:1289, with equal weights): 1 for batches that lie apart, their number
     * for batches that mix.
     */
    private double mixing() {
        double sum = 0;
        for (int i = 0; i < map.size(); i++) {
            int[] found = new int[cells.options().batches()];
            for (int k = 0; k < MIXED; k++) {
                found[cells.batch()[graph.neighbors()[i * graph.k() + k]]]++;
            }
            double squares = 0;
            for (int each : found) {
                squares += (double) each * each / (MIXED * MIXED);
            }
            sum += 1 / squares;
        }
        return sum / map.size();
    }
}
