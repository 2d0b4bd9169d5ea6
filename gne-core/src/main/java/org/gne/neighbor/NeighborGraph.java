package org.gne.neighbor;

/**
 * The nearest points of each of n points, nearest first; of two points at the same distance, the lower index comes
 * first.
 *
 * @param k the number of neighbours of a point, at least 1
 * @param neighbors {@code [n, k]}: the indices of the neighbours
 * @param distances {@code [n, k]}: the squared Euclidean distances
 * @hidden internal
 */
public record NeighborGraph(int k, int[] neighbors, float[] distances) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the arrays do not have the same length, or not {@code k} values per point
     */
    public NeighborGraph {
        if (k < 1 || neighbors.length != distances.length || neighbors.length % k != 0) {
            throw new IllegalArgumentException(neighbors.length + " neighbours and " + distances.length
                    + " distances, expected two arrays of whole rows of k = " + k);
        }
    }

    static NeighborGraph empty(int n, int k) {
        return new NeighborGraph(k, new int[Math.multiplyExact(n, k)], new float[n * k]);
    }

    /**
     * Inserts a neighbour of a row among those found so far, if it is one of the nearest.
     *
     * @param found the number of neighbours of the row so far
     * @return the number of neighbours now
     */
    int insert(int row, int found, float distance, int index) {
        int to = row * k;
        int at = found;
        while (at > 0 && isAfter(distances[to + at - 1], neighbors[to + at - 1], distance, index)) {
            at--;
        }
        if (at == k) {
            return found;
        }
        int moved = Math.min(found, k - 1) - at;
        System.arraycopy(distances, to + at, distances, to + at + 1, moved);
        System.arraycopy(neighbors, to + at, neighbors, to + at + 1, moved);
        distances[to + at] = distance;
        neighbors[to + at] = index;
        return Math.min(found + 1, k);
    }

    private static boolean isAfter(float thisDistance, int thisIndex, float distance, int index) {
        return thisDistance > distance || (thisDistance == distance && thisIndex > index);
    }

    /** Throws if a row does not have all its neighbours. */
    void requireAll(int row, int found) {
        if (found < k) {
            throw new IllegalArgumentException(
                    "row " + row + ": " + found + " neighbours at a finite distance, expected " + k);
        }
    }

    /** The number of points whose neighbours are known. */
    public int size() {
        return neighbors.length / k;
    }
}
