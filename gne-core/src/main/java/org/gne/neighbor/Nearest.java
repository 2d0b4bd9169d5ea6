package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.KSmallest;

/** The nearest points found so far for a few queries, by a score that grows with the distance. */
final class Nearest {

    /** The score is rounded, so a few more points than requested are kept, and then sorted by their true distances. */
    private static final int SPARE = 6;

    private final KSmallest[] smallest;

    /**
     * @param queries the largest number of queries at once
     * @param k the number of requested neighbours
     */
    Nearest(int queries, int k) {
        smallest = new KSmallest[queries];
        Arrays.setAll(smallest, query -> new KSmallest(k + SPARE));
    }

    void clear(int queries) {
        for (int query = 0; query < queries; query++) {
            smallest[query].clear();
        }
    }

    /** The smallest number of points that are kept for any of the queries. */
    int least(int queries) {
        int least = Integer.MAX_VALUE;
        for (int query = 0; query < queries; query++) {
            least = Math.min(least, smallest[query].count());
        }
        return least;
    }

    /** The nearest points of one query. */
    KSmallest of(int query) {
        return smallest[query];
    }

    /**
     * Writes the k nearest by their true distances.
     *
     * @param row the row of the query
     * @param themselves whether the queries are the points themselves; then a query is not its own neighbour
     */
    void finish(int query, Embedding queries, int row, Embedding points, boolean themselves, NeighborGraph graph) {
        KSmallest own = smallest[query];
        int found = 0;
        for (int i = 0; i < own.count(); i++) {
            int index = own.index(i);
            if (!themselves || index != row) {
                found = graph.insert(row, found, squaredDistance(queries, row, points, index), index);
            }
        }
        graph.requireAll(row, found);
    }

    private static float squaredDistance(Embedding queries, int row, Embedding points, int index) {
        int dim = points.dim();
        float sum = 0;
        for (int j = 0; j < dim; j++) {
            float d = queries.values()[row * dim + j] - points.values()[index * dim + j];
            sum += d * d;
        }
        return sum;
    }
}
