package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * Compares queries only with the points of near cells (an inverted file, Sivic and Zisserman 2003, with cells by
 * k-means on a sample): the work grows with n to the power of 3/2, not 2. The result is approximate, but does not
 * depend on the number of threads.
 */
final class CellSearch implements NeighborSearch {

    /**
     * The number of cells, relative to the square root of the number of points, at which assigning and comparing take
     * about the same work.
     */
    private static final double CELLS = 2;

    /** The number of cells that a query is compared with. */
    private static final int PROBES = 32;

    /** The number of points per cell in the sample for k-means. */
    private static final int SAMPLE = 48;

    private static final int ROUNDS = 6;

    private final Embedding points;
    private final float[] centre;
    private final ExactSearch centroids;
    private final int[] cellOfPoint;
    private final PointBlock[] blocks;
    /** {@code [cells, probes]}: the nearest cells of each cell, including itself. */
    private final NeighborGraph probes;

    CellSearch(Embedding points, long seed, Parallel parallel) {
        this.points = points;
        int n = points.size();
        int cells = (int) Math.min(n, Math.ceil(CELLS * Math.sqrt(n)));
        centre = PointBlock.centre(points);
        Embedding means = means(cells, CounterRandom.of(seed, "neighbour cells"), parallel);
        centroids = new ExactSearch(means);
        cellOfPoint = centroids.nearest(points, 1, parallel).neighbors();
        probes = centroids.nearest(means, Math.min(PROBES, cells), parallel);
        Members members = Members.of(cellOfPoint, cells);
        blocks = new PointBlock[cells];
        parallel.run(cells, (cell, worker) -> blocks[cell] = new PointBlock(points, members.of(cell), centre));
    }

    /** Runs Lloyd's k-means on a sample. */
    private Embedding means(int cells, CounterRandom random, Parallel parallel) {
        int dim = points.dim();
        int used = (int) Math.min(points.size(), (long) cells * SAMPLE);
        int[] order = random.permutation(points.size());
        float[] sample = points.rows(Arrays.copyOf(order, used)).values();
        float[] means = Arrays.copyOf(sample, cells * dim);
        for (int round = 0; round < ROUNDS; round++) {
            int[] nearest = new ExactSearch(new Embedding(means.clone(), dim))
                    .nearest(new Embedding(sample, dim), 1, parallel)
                    .neighbors();
            double[] sums = new double[cells * dim];
            int[] counts = new int[cells];
            for (int i = 0; i < used; i++) {
                counts[nearest[i]]++;
                for (int j = 0; j < dim; j++) {
                    sums[nearest[i] * dim + j] += sample[i * dim + j];
                }
            }
            for (int i = 0; i < means.length; i++) {
                int count = counts[i / dim];
                // A cell that has lost its points keeps its centre.
                means[i] = count == 0 ? means[i] : (float) (sums[i] / count);
            }
        }
        return new Embedding(means, dim);
    }

    @Override
    public NeighborGraph nearest(Embedding queries, int k, Parallel parallel) {
        NeighborSearch.check(points, queries, k, points.size());
        return search(queries, centroids.nearest(queries, 1, parallel).neighbors(), k, false, parallel);
    }

    @Override
    public NeighborGraph graph(int k, Parallel parallel) {
        NeighborSearch.check(points, points, k, points.size() - 1);
        return search(points, cellOfPoint, k, true, parallel);
    }

    private NeighborGraph search(Embedding queries, int[] cellOfQuery, int k, boolean themselves, Parallel parallel) {
        NeighborGraph graph = NeighborGraph.empty(queries.size(), k);
        Members asking = Members.of(cellOfQuery, blocks.length);
        Queries[] scratch = new Queries[parallel.threads()];
        parallel.run(blocks.length, (cell, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Queries(queries, points, centre, k, themselves);
            }
            Queries own = scratch[worker];
            int[] rows = asking.of(cell);
            for (int from = 0; from < rows.length; from += PointBlock.QUERIES) {
                own.load(rows, from, Math.min(rows.length, from + PointBlock.QUERIES));
                compare(own, cell);
                own.finish(graph);
            }
        });
        return graph;
    }

    private void compare(Queries queries, int cell) {
        int[] near = Arrays.copyOfRange(probes.neighbors(), cell * probes.k(), (cell + 1) * probes.k());
        for (int each : near) {
            queries.compare(blocks[each]);
        }
        if (!queries.haveEnough()) {
            // If the cells hold too few points, compare with all other cells.
            Arrays.sort(near);
            for (int each = 0; each < blocks.length; each++) {
                if (Arrays.binarySearch(near, each) < 0) {
                    queries.compare(blocks[each]);
                }
            }
        }
    }

    /** The points of each cell, ascending. */
    private record Members(int[] starts, int[] rows) {
        static Members of(int[] cellOf, int cells) {
            int[] starts = new int[cells + 1];
            for (int cell : cellOf) {
                starts[cell + 1]++;
            }
            for (int cell = 0; cell < cells; cell++) {
                starts[cell + 1] += starts[cell];
            }
            int[] next = starts.clone();
            int[] rows = new int[cellOf.length];
            for (int i = 0; i < cellOf.length; i++) {
                rows[next[cellOf[i]]++] = i;
            }
            return new Members(starts, rows);
        }

        int[] of(int cell) {
            return Arrays.copyOfRange(rows, starts[cell], starts[cell + 1]);
        }
    }
}
