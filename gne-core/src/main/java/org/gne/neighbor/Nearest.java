package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Embedding;

/**
 * The nearest points found so far for a few queries, by a score that grows with the distance: sorted, the farthest
 * last.
 */
final class Nearest {

    /** The score is rounded, so a few more points than requested are kept, and then sorted by their true distances. */
    private static final int SPARE = 6;

    private final int kept;
    private final float[] scores;
    private final int[] indices;
    private final int[] counts;

    /**
     * @param queries the largest number of queries at once
     * @param k the number of requested neighbours
     */
    Nearest(int queries, int k) {
        kept = k + SPARE;
        scores = new float[queries * kept];
        indices = new int[queries * kept];
        counts = new int[queries];
    }

    void clear(int queries) {
        Arrays.fill(counts, 0, queries, 0);
    }

    /** The smallest number of points that are kept for any of the queries. */
    int least(int queries) {
        int least = Integer.MAX_VALUE;
        for (int query = 0; query < queries; query++) {
            least = Math.min(least, counts[query]);
        }
        return least;
    }

    /** The score below which a point is one of the nearest. */
    float bound(int query) {
        return counts[query] < kept ? Float.POSITIVE_INFINITY : scores[query * kept + kept - 1];
    }

    /** Adds a point whose score is below the bound; of equal scores, the earlier point stays first. */
    void add(int query, float score, int index) {
        int from = query * kept;
        int count = counts[query];
        int at = lowerEnd(from, count, score);
        int last = Math.min(count, kept - 1);
        System.arraycopy(scores, at, scores, at + 1, from + last - at);
        System.arraycopy(indices, at, indices, at + 1, from + last - at);
        scores[at] = score;
        indices[at] = index;
        counts[query] = last + 1;
    }

    private int lowerEnd(int from, int count, float score) {
        int low = from;
        int high = from + count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Writes the k nearest by their true distances.
     *
     * @param row the row of the query
     * @param themselves whether the queries are the points themselves; then a query is not its own neighbour
     */
    void finish(int query, Embedding queries, int row, Embedding points, boolean themselves, NeighborGraph graph) {
        int from = query * kept;
        int found = 0;
        for (int c = 0; c < counts[query]; c++) {
            int index = indices[from + c];
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
