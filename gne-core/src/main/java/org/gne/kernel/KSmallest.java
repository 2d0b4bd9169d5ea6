package org.gne.kernel;

/**
 * Keeps the k smallest of a sequence of scores, each with an index: sorted, the smallest first. Of equal scores, that
 * with the lower index comes first.
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

    /** Whether there are k scores. */
    public boolean isFull() {
        return count == scores.length;
    }

    /** The index of the largest score; there must be one. */
    public int lastIndex() {
        return indices[count - 1];
    }

    /** A score is added only if it is below this, or equal with a lower index: infinity until there are k scores. */
    public float bound() {
        return count < scores.length ? Float.POSITIVE_INFINITY : scores[count - 1];
    }

    /**
     * Adds a score, and removes the largest one if there were k already.
     *
     * @param score a score below {@link #bound}; if it is equal, it is added only if its index is below {@link #lastIndex}
     */
    public void add(float score, int index) {
        int at = firstAbove(score, index);
        if (at == scores.length) {
            return;
        }
        int last = Math.min(count, scores.length - 1);
        System.arraycopy(scores, at, scores, at + 1, last - at);
        System.arraycopy(indices, at, indices, at + 1, last - at);
        scores[at] = score;
        indices[at] = index;
        count = last + 1;
    }

    private int firstAbove(float score, int index) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < score || (scores[middle] == score && indices[middle] < index)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The i-th smallest score, i from 0. */
    public float score(int i) {
        return scores[i];
    }

    /** The index of the i-th smallest score, i from 0. */
    public int index(int i) {
        return indices[i];
    }
}
