package org.gne.neighbor;

import org.gne.kernel.Parallel;

/**
 * Neighbours by values and labels: the distance to rows of another class is increased, as in supervised UMAP (McInnes,
 * Healy and Melville 2018, section 4.2), but on distances. The distances of a row without a class do not change.
 *
 * @hidden internal
 */
public final class LabelledNeighbors {

    /** The number of candidates per neighbour, enough that most rows have enough candidates of their own class. */
    private static final int CANDIDATES = 3;

    private static final int CHUNK = 1024;

    private LabelledNeighbors() {}

    /**
     * How many neighbours by the unchanged distances to find first.
     *
     * @param k the number of neighbours of a point
     * @param most the largest number of neighbours that a point can have
     */
    public static int candidates(int k, int most) {
        return Math.min(most, CANDIDATES * k);
    }

    /**
     * The nearest points of each point by the changed distances.
     *
     * @param search a search among the points
     * @param k the number of neighbours of a point, 1 to the number of points less one
     * @param classes {@code [n]}: the class of each point, or -1 if it is not known
     * @param weight the squared distance to a point of another class is multiplied by {@code 1 + weight}; at least 0
     */
    public static NeighborGraph of(NeighborSearch search, int k, int[] classes, double weight, Parallel parallel) {
        NeighborGraph candidates = search.graph(candidates(k, classes.length - 1), parallel);
        return of(candidates, k, classes, weight, parallel);
    }

    /**
     * The nearest points of some points by the changed distances.
     *
     * @param candidates {@link #candidates} neighbours of each of these points by the unchanged distances
     * @param k the number of neighbours of a point, 1 to that of the candidates
     * @param classes {@code [n]}: the class of each point, or -1 if it is not known; the points of the graph are the first ones
     * @param weight the squared distance to a point of another class is multiplied by {@code 1 + weight}; at least 0
     */
    public static NeighborGraph of(NeighborGraph candidates, int k, int[] classes, double weight, Parallel parallel) {
        int n = candidates.neighbors().length / candidates.k();
        NeighborGraph graph = NeighborGraph.empty(n, k);
        float factor = (float) (1 + weight);
        parallel.run((n + CHUNK - 1) / CHUNK, (task, worker) -> {
            Choice choice = new Choice(candidates, classes, factor);
            for (int i = task * CHUNK; i < Math.min(n, (task + 1) * CHUNK); i++) {
                choice.choose(i, graph);
            }
        });
        return graph;
    }

    /** Merges two sorted lists: the candidates whose distance is unchanged, and the others. */
    private record Choice(NeighborGraph candidates, int[] classes, float factor) {

        void choose(int row, NeighborGraph graph) {
            int end = (row + 1) * candidates.k();
            int near = next(row, row * candidates.k(), end, false);
            int far = next(row, row * candidates.k(), end, true);
            for (int at = row * graph.k(); at < (row + 1) * graph.k(); at++) {
                boolean isNear = near < end && (far == end || distance(near, false) <= distance(far, true));
                int taken = isNear ? near : far;
                graph.neighbors()[at] = candidates.neighbors()[taken];
                graph.distances()[at] = distance(taken, !isNear);
                if (isNear) {
                    near = next(row, near + 1, end, false);
                } else {
                    far = next(row, far + 1, end, true);
                }
            }
        }

        private float distance(int at, boolean other) {
            return other ? factor * candidates.distances()[at] : candidates.distances()[at];
        }

        /** The first candidate from an index on whose class is, or is not, another class. */
        private int next(int row, int from, int end, boolean other) {
            int at = from;
            while (at < end && isOther(row, candidates.neighbors()[at]) != other) {
                at++;
            }
            return at;
        }

        private boolean isOther(int row, int neighbor) {
            return classes[row] >= 0 && classes[neighbor] >= 0 && classes[row] != classes[neighbor];
        }
    }
}
