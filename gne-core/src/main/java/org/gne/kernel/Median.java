package org.gne.kernel;

import java.util.Arrays;

/**
 * The median of a few numbers by selection (Hoare's algorithm 65), without sorting them. Numbers are partitioned
 * without branches, because these branches cannot be predicted, and mispredictions would take most of the time.
 *
 * @hidden internal
 */
public final class Median {

    private final int[] keys;

    /**
     * @param most the largest count of numbers
     */
    public Median(int most) {
        keys = new int[most];
    }

    /**
     * The middle number, or the mean of the two middle ones.
     *
     * @param values at least one number, no NaN; not changed
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

    /** The same of any count of numbers, NaN left out, by sorting them; NaN if there are none. */
    public static double ofKnown(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /**
     * Converts the bits of a float to an integer with the same order, and back: for negative floats, the larger
     * magnitude is the smaller number.
     */
    private static int inOrder(int bits) {
        return bits ^ (bits >> 31 & 0x7fffffff);
    }

    /** Moves the key with a rank, from 0, to its position: no key before it is greater, none after it is smaller. */
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
