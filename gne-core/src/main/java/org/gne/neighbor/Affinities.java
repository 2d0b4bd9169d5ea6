package org.gne.neighbor;

import java.util.Arrays;
import org.gne.kernel.Parallel;

/**
 * How near rows are to each other, as probabilities: the symmetric, sparse joint distribution of t-SNE (van der Maaten
 * and Hinton 2008, equation 1 and section 3.1), {@code p_ij = (p_j|i + p_i|j) / 2n}. Row i's entries are {@code
 * starts[i]} to {@code starts[i + 1] - 1}, their columns ascending.
 *
 * @param starts {@code [n + 1]}
 * @param columns indices of the other rows
 * @param values the probabilities; their sum is 1
 * @hidden internal
 */
public record Affinities(int[] starts, int[] columns, float[] values) {

    /** The number of rows. */
    public int size() {
        return starts.length - 1;
    }

    /**
     * Computes affinities whose conditional distributions over the neighbours of a graph have a given perplexity.
     *
     * @param perplexity the effective number of neighbours, at least 1 and less than the graph's k
     */
    public static Affinities of(NeighborGraph graph, double perplexity, Parallel parallel) {
        int n = graph.size();
        int k = graph.k();
        float[] conditional = new float[n * k];
        int chunk = 256;
        parallel.run((n + chunk - 1) / chunk, (task, worker) -> {
            Perplexity calibration = new Perplexity(perplexity, k);
            for (int i = task * chunk; i < Math.min(n, (task + 1) * chunk); i++) {
                calibration.conditional(graph.distances(), i * k, conditional, i * k);
            }
        });
        return symmetric(graph, conditional, parallel);
    }

    private static Affinities symmetric(NeighborGraph graph, float[] conditional, Parallel parallel) {
        int n = graph.size();
        int k = graph.k();
        Incoming incoming = Incoming.of(graph);
        int[] starts = new int[n + 1];
        int chunk = 256;
        int tasks = (n + chunk - 1) / chunk;
        parallel.run(tasks, (task, worker) -> {
            Row row = new Row(graph, conditional, incoming);
            for (int i = task * chunk; i < Math.min(n, (task + 1) * chunk); i++) {
                starts[i + 1] = row.merge(i);
            }
        });
        for (int i = 0; i < n; i++) {
            starts[i + 1] = Math.addExact(starts[i + 1], starts[i]);
        }
        int[] columns = new int[starts[n]];
        float[] values = new float[starts[n]];
        parallel.run(tasks, (task, worker) -> {
            Row row = new Row(graph, conditional, incoming);
            for (int i = task * chunk; i < Math.min(n, (task + 1) * chunk); i++) {
                int count = row.merge(i);
                System.arraycopy(row.columns, 0, columns, starts[i], count);
                for (int e = 0; e < count; e++) {
                    values[starts[i] + e] = row.values[e] / (2f * n);
                }
            }
        });
        return new Affinities(starts, columns, values);
    }

    /** The entries of a graph by column: the rows that have a given row as their neighbour. */
    private record Incoming(int[] starts, int[] entries) {
        static Incoming of(NeighborGraph graph) {
            int[] starts = new int[graph.size() + 1];
            for (int neighbor : graph.neighbors()) {
                starts[neighbor + 1]++;
            }
            for (int i = 0; i < graph.size(); i++) {
                starts[i + 1] += starts[i];
            }
            int[] next = starts.clone();
            int[] entries = new int[graph.neighbors().length];
            for (int e = 0; e < entries.length; e++) {
                entries[next[graph.neighbors()[e]]++] = e;
            }
            return new Incoming(starts, entries);
        }
    }

    /** Scratch for one row of {@code P + P^T}. */
    private static final class Row {
        private final NeighborGraph graph;
        private final float[] conditional;
        private final Incoming incoming;
        private long[] keys = new long[256];
        private int[] columns = new int[256];
        private float[] values = new float[256];

        Row(NeighborGraph graph, float[] conditional, Incoming incoming) {
            this.graph = graph;
            this.conditional = conditional;
            this.incoming = incoming;
        }

        /** Merges the entries of a row, and returns their number. */
        int merge(int i) {
            int k = graph.k();
            int from = incoming.starts[i];
            int count = k + incoming.starts[i + 1] - from;
            if (count > keys.length) {
                keys = new long[2 * count];
                columns = new int[2 * count];
                values = new float[2 * count];
            }
            // The column is in the upper bits, the entry in the lower ones: after sorting, the two entries of a pair
            // are adjacent.
            for (int e = 0; e < k; e++) {
                keys[e] = (long) graph.neighbors()[i * k + e] << 32 | (i * k + e);
            }
            for (int e = k; e < count; e++) {
                int entry = incoming.entries[from + e - k];
                keys[e] = (long) (entry / k) << 32 | entry;
            }
            Arrays.sort(keys, 0, count);
            int merged = 0;
            for (int e = 0; e < count; e++) {
                int column = (int) (keys[e] >>> 32);
                float value = conditional[(int) keys[e]];
                if (merged > 0 && columns[merged - 1] == column) {
                    values[merged - 1] += value;
                } else {
                    columns[merged] = column;
                    values[merged++] = value;
                }
            }
            return merged;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Affinities that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(columns, that.columns)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " affinities of " + size() + " rows";
    }
}
