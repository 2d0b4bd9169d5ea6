package org.gne.kernel;

/**
 * The median of a few numbers by selection (Hoare's algorithm 65): they need not be put in order for it. Numbers are
 * partitioned without a branch, for which way the next one goes is anybody's guess, and a wrong guess of the processor costs
 * more than all else.
 */
public final class Median {

    private final int[] keys;

    /**
     * @param most numbers at once
     */
    public Median(int most) {
        keys = new int[most];
    }

    /**
     * The middle one, or the mean of the middle two.
     *
     * @param values at least one, no NaN; not changed
     */
    public float of(float[] values) {
        int k = values.length;
        for (int i = 0; i < k; i++) {
            keys[i] = inOrder(Float.floatToRawIntBits(values[i]));
        }
        int middle = k / 2;
        select(k, middle);
        float above = Float.intBitsToFloat(inOrder(keys[middle]));
        if (k % 2 == 1) {
            return above;
        }
        int below = keys[0];
        for (int i = 1; i < middle; i++) {
            below = Math.max(below, keys[i]);
        }
        return (Float.intBitsToFloat(inOrder(below)) + above) / 2;
    }

    /** The bits of a float as an integer in its order, and back: below 0 the greater magnitude is the lesser. */
    private static int inOrder(int bits) {
        return bits ^ (bits >> 31 & 0x7fffffff);
    }

    /** Brings the key of a rank, from 0, to its place: none before it is greater, none after it less. */
    private void select(int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int pivot = keys[rank];
            keys[rank] = keys[high];
            keys[high] = pivot;
            int end = low;
            for (int i = low; i < high; i++) {
                int key = keys[i];
                keys[i] = keys[end];
                keys[end] = key;
                end += (int) ((long) key - pivot >>> 63);
            }
            keys[high] = keys[end];
            keys[end] = pivot;
            if (end == rank) {
                return;
            }
            if (end < rank) {
                low = end + 1;
            } else {
                high = end - 1;
            }
        }
    }
}
