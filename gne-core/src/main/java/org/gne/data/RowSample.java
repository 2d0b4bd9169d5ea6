package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Some rows, evenly spread over the data, from which quantiles are computed. The samples of several sets of rows can be
 * merged.
 */
final class RowSample implements Serializable {

    private static final long serialVersionUID = 1;

    /** If rows are wider than this, fewer are kept, so that they take at most 16 MB: a fit may have a small heap. */
    static final int WIDE = 256;

    private final int width;
    private final long size;
    private final int count;
    private final float[] values;
    private int taken;

    /**
     * Creates an empty sample.
     *
     * @param size the number of rows of the data
     * @param share the factor by which the sample is smaller than that of a single survey, at least 1
     */
    RowSample(long size, int width, int share) {
        this(size, width, (int) Math.min(size, most(width, share)), 0);
    }

    private RowSample(long size, int width, int count, int taken) {
        this.width = width;
        this.size = size;
        this.count = count;
        this.taken = taken;
        values = new float[count * width];
    }

    private static int most(int width, int share) {
        return Math.max(
                1, Math.min(PrincipalComponents.MOST_ROWS, WIDE * PrincipalComponents.MOST_ROWS / width) / share);
    }

    /** The i-th of {@code count} evenly spread rows. */
    private static long row(long size, int count, int i) {
        return i * size / count;
    }

    /**
     * Adds its share of the next rows of the data.
     *
     * @param rows {@code [n, width]}
     * @param from the number of the first of them
     */
    void add(float[] rows, long from, int n) {
        while (taken < count && row(size, count, taken) < from + n) {
            int at = (int) (row(size, count, taken) - from);
            System.arraycopy(rows, at * width, values, taken * width, width);
            taken++;
        }
    }

    /** A sample of these rows and following rows, with shares in proportion to their numbers of rows. */
    RowSample merge(RowSample other) {
        if (other.size == 0 || size == 0) {
            return size == 0 ? other : this;
        }
        long both = size + other.size;
        int most = most(width, 1);
        double rate = Math.min((double) most / both, Math.min(rate(), other.rate()));
        int own = thinned(rate);
        int others = Math.min(other.thinned(rate), most - own);
        RowSample merged = new RowSample(both, width, own + others, own + others);
        for (int i = 0; i < own; i++) {
            copy(own, i, merged, i);
        }
        for (int i = 0; i < others; i++) {
            other.copy(others, i, merged, own + i);
        }
        return merged;
    }

    private double rate() {
        return (double) count / size;
    }

    private int thinned(double rate) {
        return (int) Math.min(count, Math.round(rate * size));
    }

    private void copy(int kept, int i, RowSample to, int at) {
        System.arraycopy(values, (int) row(count, kept, i) * width, to.values, at * width, width);
    }

    /**
     * A quantile of a column's known values, interpolated between two of them (definition 7 of Hyndman and Fan 1996).
     *
     * @param share 0 to 1
     * @return the quantile; NaN if no value is known
     */
    double quantile(int column, double share) {
        return quantile(sorted(column), share);
    }

    /** A quantile of values in ascending order. */
    static double quantile(float[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * ((double) sorted[above] - sorted[below]);
    }

    /** A column's known values, ascending. */
    float[] sorted(int column) {
        float[] sorted = new float[count];
        int known = 0;
        for (int i = 0; i < count; i++) {
            float value = values[i * width + column];
            if (!Float.isNaN(value)) {
                sorted[known++] = value;
            }
        }
        Arrays.sort(sorted, 0, known);
        return Arrays.copyOf(sorted, known);
    }
}
