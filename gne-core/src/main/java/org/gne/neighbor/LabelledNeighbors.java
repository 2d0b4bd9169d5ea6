package org.gne.neighbor;

import org.gne.kernel.Parallel;

/**
 * Neighbours that labels have a say in: rows of another class count as farther away than they are, as in supervised UMAP
 * (McInnes, Healy and Melville 2018, section 4.2) but on distances. A row whose class is not known is as far from all as
 * its values say.
 */
public final class LabelledNeighbors {

    /** Neighbours to choose one from: so many that most rows have enough of their own class among them. */
    private static final int CANDIDATES = 3;

    private static final int CHUNK = 1024;

    private LabelledNeighbors() {}

    /**
     * The nearest points of each point once distances are weighed.
     *
     * @param search among the points
     * @param k neighbours of a point, 1 to the number of points less one
     * @param classes {@code [n]}: one per point, or -1 where it is not known
     * @param weight the squared distance to a point of another class counts {@code 1 + weight} times; at least 0
     */
    public static NeighborGraph of(NeighborSearch search, int k, int[] classes, double weight, Parallel parallel) {
        int n = classes.length;
        NeighborGraph candidates = search.graph(Math.min(n - 1, CANDIDATES * k), parallel);
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

    /** A merge of two sorted lists: those that are as far as they seem, and the others. */
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

        /** The first candidate from a place on that is, or is not, known to be of another class. */
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
