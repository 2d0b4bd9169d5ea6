package org.gne.neighbor;

import org.gne.data.Embedding;

/** The scratch of one thread: a few queries and their nearest points. */
final class Queries {

    private final Embedding queries;
    private final Embedding points;
    private final float[] centre;
    private final int k;
    private final boolean themselves;
    private final int[] rows = new int[PointBlock.QUERIES];
    private final float[] negated;
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

    /** Loads the queries {@code order[from]} to {@code order[to - 1]}. */
    void load(int[] order, int from, int to) {
        count = to - from;
        for (int i = 0; i < count; i++) {
            row(i, order[from + i]);
        }
        nearest.clear(count);
    }

    private void row(int i, int row) {
        rows[i] = row;
        int dim = queries.dim();
        for (int j = 0; j < dim; j++) {
            negated[i * dim + j] = centre[j] - queries.values()[row * dim + j];
        }
    }

    void compare(PointBlock block) {
        block.compare(count, negated, scores, nearest);
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
