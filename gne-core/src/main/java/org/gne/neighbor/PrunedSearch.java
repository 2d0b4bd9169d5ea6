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
        measure(points, parallel);
    }

    private void measure(Embedding points, Parallel parallel) {
        int count = cells.count();
        PointCells.Members members = cells.members();
        Queries[] scratch = new Queries[parallel.threads()];
        float[][] ofWorker = new float[parallel.threads()][];
        parallel.run(count, (b, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Queries(points, points, cells.centre(), 1, true);
                ofWorker[worker] = new float[PointBlock.QUERIES * centres.width()];
            }
            Queries own = scratch[worker];
            float[] scores = ofWorker[worker];
            float[] lowest = new float[count];
            Arrays.fill(lowest, Float.POSITIVE_INFINITY);
            squares[b] = 2 * centres.halfSquare(b);
            float[] longest = {0};
            own.eachTile(members.of(b), () -> {
                own.scores(centres, scores);
                for (int i = 0; i < own.count(); i++) {
                    longest[0] = Math.max(longest[0], own.square(i));
                    int from = i * centres.width();
                    for (int a = 0; a < count; a++) {
                        lowest[a] = Math.min(lowest[a], scores[from + a] - scores[from + b]);
                    }
                }
            });
            squares[b] += longest[0];
            for (int a = 0; a < count; a++) {
                low[a * count + b] = lowest[a];
            }
        });
    }

    @Override
    public NeighborGraph nearest(Embedding queries, int k, Parallel parallel) {
        return cells.nearest(queries, k, parallel, Scan::new);
    }

    @Override
    public NeighborGraph graph(int k, Parallel parallel) {
        return cells.graph(k, parallel, Scan::new);
    }

    /** Compares queries with all cells but those that are too far, near cells first. */
    private final class Scan implements PointCells.Scan {
        private final float[] scores = new float[PointBlock.QUERIES * centres.width()];
        private final int[] chosen = new int[PointBlock.QUERIES];

        @Override
        public void compare(Queries queries, int cell) {
            queries.scores(centres, scores);
            int count = cells.count();
            for (int i = 0; i < count; i++) {
                int other = order.neighbors()[cell * count + i];
                float squaredLength = order.distances()[cell * count + i];
                int size = 0;
                for (int query = 0; query < queries.count(); query++) {
                    if (!isTooFar(queries, query, cell, other, squaredLength)) {
                        chosen[size++] = query;
                    }
                }
                if (size > 0) {
                    queries.compare(cells.block(other), chosen, size);
                }
            }
        }

        /** Never true without a number, so that damaged values are compared with all points as {@link ExactSearch} does. */
        private boolean isTooFar(Queries queries, int query, int a, int b, float squaredLength) {
            int from = query * centres.width();
            float place = scores[from + a] - scores[from + b];
            float error = ROUNDING * cells.means().dim() * (queries.square(query) + squares[a] + squares[b]);
            float gap = low[a * cells.count() + b] - place - error;
            return gap > 0 && gap * gap > squaredLength * (queries.farthest(query) + error);
        }
    }
}
