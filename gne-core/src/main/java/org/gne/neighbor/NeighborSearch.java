package org.gne.neighbor;

import org.gne.data.Embedding;
import org.gne.kernel.Parallel;

/**
 * Finds the nearest points in a fixed set of points, by Euclidean distance.
 *
 * @hidden internal
 */
public interface NeighborSearch {

    /**
     * Up to this many points of more than 3 dimensions, all pairs are compared; beyond that, only points of near cells.
     */
    int MOST_EXACT = 1 << 16;

    /** From this many points on, cells of points that are too far pay for themselves. */
    int LEAST_PRUNED = 1 << 12;

    /**
     * The nearest points of other points.
     *
     * @param queries points of the same dimension
     * @param k 1 to the number of points
     */
    NeighborGraph nearest(Embedding queries, int k, Parallel parallel);

    /**
     * The nearest points of the points themselves. A point is not its own neighbour.
     *
     * @param k 1 to the number of points less one
     */
    NeighborGraph graph(int k, Parallel parallel);

    /** Throws if the arguments do not match. */
    static void check(Embedding points, Embedding queries, int k, int most) {
        if (k < 1 || k > most) {
            throw new IllegalArgumentException("k: found " + k + ", expected 1 to " + most);
        }
        if (queries.dim() != points.dim()) {
            throw new IllegalArgumentException(
                    "queries of dimension " + queries.dim() + ", expected " + points.dim() + " as the points have");
        }
    }

    /** Chooses the search by the number of points. */
    static NeighborSearch over(Embedding points, long seed, Parallel parallel) {
        return over(points, MOST_EXACT, seed, parallel);
    }

    /**
     * Chooses the search by the number of points.
     *
     * @param mostExact up to so many points of more than 3 dimensions, all pairs are compared
     */
    static NeighborSearch over(Embedding points, int mostExact, long seed, Parallel parallel) {
        return points.size() <= mostExact || TreeSearch.suits(points)
                ? exact(points, parallel)
                : new CellSearch(points, seed, parallel);
    }

    /** A search that finds the true nearest, however many the points are. */
    static NeighborSearch exact(Embedding points, Parallel parallel) {
        if (TreeSearch.suits(points)) {
            return new TreeSearch(points);
        }
        return points.size() < LEAST_PRUNED ? new ExactSearch(points) : new PrunedSearch(points, parallel);
    }

    /** A search for many queries, which compares with the points of near cells only. */
    static NeighborSearch amongCells(Embedding points, long seed, Parallel parallel) {
        return new CellSearch(points, seed, parallel);
    }
}
