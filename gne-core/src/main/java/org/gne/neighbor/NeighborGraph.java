package org.gne.neighbor;

/**
 * The nearest points of each of n points, nearest first; of two at equal distance the lower index first.
 *
 * @param k neighbours of a point, at least 1
 * @param neighbors {@code [n, k]}: indices
 * @param distances {@code [n, k]}: Euclidean distances squared
 */
public record NeighborGraph(int k, int[] neighbors, float[] distances) {

    public NeighborGraph {
        if (k < 1 || neighbors.length != distances.length || neighbors.length % k != 0) {
            throw new IllegalArgumentException(
                    neighbors.length + " neighbours and " + distances.length + " distances are no graph of k = " + k);
        }
    }

    static NeighborGraph empty(int n, int k) {
        return new NeighborGraph(k, new int[Math.multiplyExact(n, k)], new float[n * k]);
    }

    /** Number of points whose neighbours are known. */
    public int size() {
        return neighbors.length / k;
    }
}
