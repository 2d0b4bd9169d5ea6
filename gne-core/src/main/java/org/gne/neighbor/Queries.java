package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.KSmallest;

/** The scratch of one thread: a few queries and their nearest points. */
final class Queries {

    private final Embedding queries;
    private final Embedding points;
    private final float[] centre;
    private final int k;
    private final boolean themselves;
    private final int[] rows = new int[PointBlock.QUERIES];
    private final float[] negated;
    /** Queries of which only some are compared, side by side. */
    private final float[] some;

    private final int[] all = new int[PointBlock.QUERIES];
    private final float[] squares = new float[PointBlock.QUERIES];
    private final float[] scores = PointBlock.scratch();
    private final Nearest nearest;
    private int count;

    /**
     * @param themselves whether the queries are the points themselves; then a query is not its own neighbour
     */
    Queries(Embedding queries, Embedding points, float[] centre, int k, boolean themselves) {
        this.queries = queries;
        this.points = points;
        this.centre = centre;
        this.k = k;
        this.themselves = themselves;
        negated = new float[PointBlock.QUERIES * points.dim()];
        some = new float[negated.length];
        Arrays.setAll(all, query -> query);
        nearest = new Nearest(PointBlock.QUERIES, k + (themselves ? 1 : 0));
    }

    /** Loads the queries {@code from} to {@code to - 1}. */
    void load(int from, int to) {
        count = to - from;
        for (int i = 0; i < count; i++) {
            row(i, from + i);
        }
        nearest.clear(count);
    }

    /** Loads the queries with these numbers, a tile at a time, and does the work with each tile. */
    void eachTile(int[] order, Runnable work) {
        for (int from = 0; from < order.length; from += PointBlock.QUERIES) {
            count = Math.min(PointBlock.QUERIES, order.length - from);
            for (int i = 0; i < count; i++) {
                row(i, order[from + i]);
            }
            nearest.clear(count);
            work.run();
        }
    }

    /** The number of loaded queries. */
    int count() {
        return count;
    }

    private void row(int i, int row) {
        rows[i] = row;
        int dim = queries.dim();
        float square = 0;
        for (int j = 0; j < dim; j++) {
            float value = centre[j] - queries.values()[row * dim + j];
            negated[i * dim + j] = value;
            square = Math.fma(value, value, square);
        }
        squares[i] = square;
    }

    void compare(PointBlock block) {
        block.compare(count, negated, scores, nearest, all);
    }

    /**
     * Compares some of the queries.
     *
     * @param chosen which of the loaded queries
     * @param size how many these are
     */
    void compare(PointBlock block, int[] chosen, int size) {
        if (size == count) {
            compare(block);
            return;
        }
        int dim = queries.dim();
        for (int i = 0; i < size; i++) {
            System.arraycopy(negated, chosen[i] * dim, some, i * dim, dim);
        }
        block.compare(size, some, scores, nearest, chosen);
    }

    /**
     * Half of the squared distances of the queries to points, less a number of each query alone.
     *
     * @param scores {@code [queries, points]}, overwritten
     */
    void scores(PointBlock block, float[] scores) {
        block.scores(count, negated, scores);
    }

    /** The squared distance of a query from the centre. */
    float square(int query) {
        return squares[query];
    }

    /** The squared distance of the k-th nearest point of a query so far; infinity if there are fewer. */
    float farthest(int query) {
        KSmallest own = nearest.of(query);
        int last = k - (themselves ? 0 : 1);
        return own.count() <= last ? Float.POSITIVE_INFINITY : 2 * own.score(last) + squares[query];
    }

    /** Whether each query has enough points. */
    boolean haveEnough() {
        return nearest.least(count) >= k + (themselves ? 1 : 0);
    }

    /** Writes the nearest points of the loaded queries. */
    void finish(NeighborGraph graph) {
        for (int i = 0; i < count; i++) {
            nearest.finish(i, queries, rows[i], points, themselves, graph);
        }
    }
}
