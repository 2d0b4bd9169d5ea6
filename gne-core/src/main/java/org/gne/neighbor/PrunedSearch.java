package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * Finds the same neighbours as {@link ExactSearch}, but skips cells of points that are certainly too far. On the line from the
 * centre a of a query's cell to the centre b of another cell, the query lies at one place, and all points of b lie beyond another
 * ({@code low}): no point of b is nearer to the query than the distance of the two places. It is the idea of Brin's GNAT (1995), which
 * keeps ranges of distances instead of such half-spaces. On MNIST's components a query is compared with a sixth of the points.
 */
final class PrunedSearch implements NeighborSearch {

    /** The number of cells, relative to the square root of the number of points. */
    private static final double CELLS = 2;

    private static final int SAMPLE = 16;

    private static final int ROUNDS = 4;

    /** A bound on the rounding error of a product of two vectors, per dimension and relative to their lengths. */
    private static final float ROUNDING = 4 * Math.ulp(1f);

    private final Embedding points;
    private final PointCells cells;
    private final PointBlock centres;
    private final NeighborGraph order;
    /**
     * {@code [a, b]}: the smallest {@code s_a(x) - s_b(x)} of the points x of cell b, where {@code s_c(x)} is half of the squared
     * distance to the centre of c, less a number of x alone.
     */
    private final float[] low;
    /** The squared length of each cell's centre, and the largest of its points, added. */
    private final float[] squares;

    PrunedSearch(Embedding points, Parallel parallel) {
        this.points = points;
        int n = points.size();
        int count = (int) Math.min(n, Math.ceil(CELLS * Math.sqrt(n)));
        // The cells change nothing but the time, so any seed will do.
        cells = new PointCells(points, count, SAMPLE, ROUNDS, CounterRandom.of(1, "exact cells"), parallel);
        int[] ids = new int[count];
        Arrays.setAll(ids, cell -> cell);
        centres = new PointBlock(cells.means(), ids, cells.centre());
        order = cells.nearCells(count, parallel);
        low = new float[count * count];
        squares = new float[count];
        measure(parallel);
    }

    private void measure(Parallel parallel) {
        int count = cells.count();
        PointCells.Members members = PointCells.Members.of(cells.cellOfPoint(), count);
        Queries[] scratch = new Queries[parallel.threads()];
        float[][] scores = new float[parallel.threads()][];
        parallel.run(count, (b, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Queries(points, points, cells.centre(), 1, true);
                scores[worker] = new float[PointBlock.QUERIES * centres.width()];
            }
            float[] lowest = new float[count];
            Arrays.fill(lowest, Float.POSITIVE_INFINITY);
            float square = 0;
            int[] rows = members.of(b);
            for (int from = 0; from < rows.length; from += PointBlock.QUERIES) {
                int size = Math.min(PointBlock.QUERIES, rows.length - from);
                scratch[worker].load(rows, from, from + size);
                scratch[worker].scores(centres, scores[worker]);
                for (int i = 0; i < size; i++) {
                    square = Math.max(square, scratch[worker].square(i));
                    float own = scores[worker][i * centres.width() + b];
                    for (int a = 0; a < count; a++) {
                        lowest[a] = Math.min(lowest[a], scores[worker][i * centres.width() + a] - own);
                    }
                }
            }
            squares[b] = square + 2 * centres.halfSquare(b);
            for (int a = 0; a < count; a++) {
                low[a * count + b] = lowest[a];
            }
        });
    }

    @Override
    public NeighborGraph nearest(Embedding queries, int k, Parallel parallel) {
        NeighborSearch.check(points, queries, k, points.size());
        return search(queries, cells.cellsOf(queries, parallel), k, false, parallel);
    }

    @Override
    public NeighborGraph graph(int k, Parallel parallel) {
        NeighborSearch.check(points, points, k, points.size() - 1);
        return search(points, cells.cellOfPoint(), k, true, parallel);
    }

    private NeighborGraph search(Embedding queries, int[] cellOfQuery, int k, boolean themselves, Parallel parallel) {
        NeighborGraph graph = NeighborGraph.empty(queries.size(), k);
        PointCells.Members asking = PointCells.Members.of(cellOfQuery, cells.count());
        Scan[] scratch = new Scan[parallel.threads()];
        parallel.run(cells.count(), (cell, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Scan(new Queries(queries, points, cells.centre(), k, themselves));
            }
            int[] rows = asking.of(cell);
            for (int from = 0; from < rows.length; from += PointBlock.QUERIES) {
                scratch[worker].run(rows, from, Math.min(rows.length, from + PointBlock.QUERIES), cell, graph);
            }
        });
        return graph;
    }

    /** The scratch of one thread. */
    private final class Scan {
        private final Queries queries;
        private final float[] scores = new float[PointBlock.QUERIES * centres.width()];
        private final int[] chosen = new int[PointBlock.QUERIES];

        Scan(Queries queries) {
            this.queries = queries;
        }

        /** Finds the neighbours of queries whose nearest centre is that of a cell. */
        void run(int[] rows, int from, int to, int cell, NeighborGraph graph) {
            queries.load(rows, from, to);
            queries.scores(centres, scores);
            int count = cells.count();
            for (int i = 0; i < count; i++) {
                int other = order.neighbors()[cell * count + i];
                float squaredLength = order.distances()[cell * count + i];
                int size = 0;
                for (int query = 0; query < to - from; query++) {
                    if (!isTooFar(query, cell, other, squaredLength)) {
                        chosen[size++] = query;
                    }
                }
                if (size > 0) {
                    queries.compare(cells.block(other), chosen, size);
                }
            }
            queries.finish(graph);
        }

        /** Never true without a number, so that damaged values are compared with all points as {@link ExactSearch} does. */
        private boolean isTooFar(int query, int a, int b, float squaredLength) {
            int from = query * centres.width();
            float place = scores[from + a] - scores[from + b];
            float error = ROUNDING * points.dim() * (queries.square(query) + squares[a] + squares[b]);
            float gap = low[a * cells.count() + b] - place - error;
            return gap > 0 && gap * gap > squaredLength * (queries.farthest(query) + error);
        }
    }
}
