package org.gne.kernel;

/**
 * Keeps the k smallest of a sequence of scores, each with an index: sorted, the smallest first. Of equal scores, the
 * earlier one stays first.
 *
 * @hidden internal
 */
public final class KSmallest {

    private final float[] scores;
    private final int[] indices;
    private int count;

    /**
     * @param k the number of scores to keep, at least 1
     */
    public KSmallest(int k) {
        scores = new float[k];
        indices = new int[k];
    }

    /** Removes all scores. */
    public void clear() {
        count = 0;
    }

    /** The number of scores now, 0 to k. */
    public int count() {
        return count;
    }

    /** A score is added only if it is below this: infinity until there are k scores. */
    public float bound() {
        return count < scores.length ? Float.POSITIVE_INFINITY : scores[count - 1];
    }

    /**
     * Adds a score, and removes the largest one if there were k already.
     *
     * @param score a score below {@link #bound}
     */
    public void add(float score, int index) {
        int at = firstAbove(score);
        int last = Math.min(count, scores.length - 1);
        System.arraycopy(scores, at, scores, at + 1, last - at);
        System.arraycopy(indices, at, indices, at + 1, last - at);
        scores[at] = score;
        indices[at] = index;
        count = last + 1;
    }

    private int firstAbove(float score) {
        int low = 0;
        int high = count;
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

    /** The index of the i-th smallest score, i from 0. */
    public int index(int i) {
        return indices[i];
    }
}
