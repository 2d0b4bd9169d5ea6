package org.gne.neighbor;

import java.util.Arrays;
import java.util.function.Supplier;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * Points grouped into cells, each point in that of its nearest centre (an inverted file, Sivic and Zisserman 2003). The centres
 * are k-means of a sample.
 */
final class PointCells {

    /** Compares queries of a cell with the points that may be near. It belongs to one thread. */
    interface Scan {
        /**
         * @param queries loaded, at most {@link PointBlock#QUERIES}
         * @param cell that of their nearest centre
         */
        void compare(Queries queries, int cell);
    }

    private final Embedding points;
    private final float[] centre;
    private final Embedding means;
    private final ExactSearch centres;
    private final int[] cellOfPoint;
    private final PointBlock[] blocks;

    /**
     * @param cells the number of cells, 1 to the number of points
     * @param sample the number of points per cell in the sample for k-means
     * @param rounds the number of rounds of k-means
     */
    PointCells(Embedding points, int cells, int sample, int rounds, CounterRandom random, Parallel parallel) {
        this.points = points;
        centre = PointBlock.centre(points);
        means = means(points, cells, sample, rounds, random, parallel);
        centres = new ExactSearch(means);
        cellOfPoint = centres.nearest(points, 1, parallel).neighbors();
        Members members = Members.of(cellOfPoint, cells);
        blocks = new PointBlock[cells];
        parallel.run(cells, (cell, worker) -> blocks[cell] = new PointBlock(points, members.of(cell), centre));
    }

    /** Runs Lloyd's k-means on a sample. */
    private static Embedding means(
            Embedding points, int cells, int perCell, int rounds, CounterRandom random, Parallel parallel) {
        int dim = points.dim();
        int used = (int) Math.min(points.size(), (long) cells * perCell);
        int[] order = random.permutation(points.size());
        float[] sample = points.rows(Arrays.copyOf(order, used)).values();
        float[] means = Arrays.copyOf(sample, cells * dim);
        for (int round = 0; round < rounds; round++) {
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

    /** The number of cells. */
    int count() {
        return blocks.length;
    }

    /** {@code [dim]}: the mean of all points. */
    float[] centre() {
        return centre;
    }

    /** {@code [cells, dim]}: the centres of the cells. */
    Embedding means() {
        return means;
    }

    /** The points of a cell; there may be none. */
    PointBlock block(int cell) {
        return blocks[cell];
    }

    /** The points of each cell, ascending. */
    Members members() {
        return Members.of(cellOfPoint, count());
    }

    /** The nearest points of queries, as {@link NeighborSearch#nearest}. */
    NeighborGraph nearest(Embedding queries, int k, Parallel parallel, Supplier<Scan> scans) {
        NeighborSearch.check(points, queries, k, points.size());
        int[] cellOfQuery = centres.nearest(queries, 1, parallel).neighbors();
        return search(queries, Members.of(cellOfQuery, count()), k, false, parallel, scans);
    }

    /** The nearest points of the points themselves, as {@link NeighborSearch#graph}. */
    NeighborGraph graph(int k, Parallel parallel, Supplier<Scan> scans) {
        NeighborSearch.check(points, points, k, points.size() - 1);
        return search(points, members(), k, true, parallel, scans);
    }

    private NeighborGraph search(
            Embedding queries, Members asking, int k, boolean themselves, Parallel parallel, Supplier<Scan> scans) {
        NeighborGraph graph = NeighborGraph.empty(queries.size(), k);
        Queries[] scratch = new Queries[parallel.threads()];
        Scan[] scan = new Scan[parallel.threads()];
        parallel.run(count(), (cell, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Queries(queries, points, centre, k, themselves);
                scan[worker] = scans.get();
            }
            Queries own = scratch[worker];
            own.eachTile(asking.of(cell), () -> {
                scan[worker].compare(own, cell);
                own.finish(graph);
            });
        });
        return graph;
    }

    /** {@code [cells, count]}: the nearest cells of each cell, nearest first, including itself. */
    NeighborGraph nearCells(int count, Parallel parallel) {
        return centres.nearest(means, count, parallel);
    }

    /** The points of each cell, ascending. */
    record Members(int[] starts, int[] rows) {
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
