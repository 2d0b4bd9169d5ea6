package org.gne.data;

import java.util.Arrays;

/** The lowest and the highest value of some columns in one block of rows; both are NaN if a value is missing. */
final class BlockRange {

    private final float[] low;
    private final float[] high;
    private final float[] row;

    BlockRange(int columns) {
        low = new float[columns];
        high = new float[columns];
        row = new float[columns];
    }

    /**
     * Computes the ranges of a block.
     *
     * @param rows {@code [n, stride]}: the columns from {@code from} on
     */
    void set(float[] rows, int n, int stride, int from) {
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            // Arrays of the same length and one index, so that the compiler can vectorise the loop.
            System.arraycopy(rows, i * stride + from, row, 0, row.length);
            lower(row, low);
            raise(row, high);
        }
    }

    private static void lower(float[] row, float[] low) {
        for (int j = 0; j < row.length; j++) {
            low[j] = Math.min(low[j], row[j]);
        }
    }

    private static void raise(float[] row, float[] high) {
        for (int j = 0; j < row.length; j++) {
            high[j] = Math.max(high[j], row[j]);
        }
    }

    /** Whether all values are. */
    boolean finite() {
        for (int j = 0; j < low.length; j++) {
            if (!Float.isFinite(low[j]) || !Float.isFinite(high[j])) {
                return false;
            }
        }
        return true;
    }

    /** Whether all values of a column are equal. */
    boolean constant(int column) {
        return low[column] == high[column];
    }

    float low(int column) {
        return low[column];
    }

    /** Widens another range by this one. */
    void widen(float[] lowest, float[] highest) {
        lower(low, lowest);
        raise(high, highest);
    }
}
