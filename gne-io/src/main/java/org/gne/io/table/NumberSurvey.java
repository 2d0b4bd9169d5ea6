package org.gne.io.table;

import org.gne.io.SpreadSample;
import org.jspecify.annotations.Nullable;

/** What a first pass over all rows finds out about the numbers of a column. */
final class NumberSurvey {

    /** All whole numbers up to this are doubles: 2^53. */
    private static final double LARGEST_EXACT = 1L << 53;

    /** Numbers within this many steps of a double are close together. */
    private static final double CLOSE = 1e6;

    private final SpreadSample sample;
    private final FarValues far = new FarValues();
    private int known;
    private boolean whole = true;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double sum;
    private int zeros;
    private int ones;
    private int twos;
    /** Whether the numbers so far are 0, 1, 2 ... or 1, 2, 3 ... */
    private boolean counting = true;

    private double first;

    /**
     * @param room the size of the sample of numbers, even
     */
    NumberSurvey(int room) {
        sample = new SpreadSample(room);
    }

    void add(double value) {
        if (known == 0) {
            first = value;
            counting = value == 0 || value == 1;
        } else {
            counting = counting && value == first + known;
        }
        known++;
        low = Math.min(low, value);
        high = Math.max(high, value);
        sum += value;
        boolean rounded = value == Math.rint(value);
        far.add(value);
        if (!rounded) {
            whole = false;
        } else {
            addWhole(value);
        }
        if (!Double.isInfinite(value)) {
            sample.add(value);
        }
    }

    private void addWhole(double value) {
        whole = whole && Math.abs(value) < Long.MAX_VALUE;
        if (value == 0) {
            zeros++;
        } else if (value == 1) {
            ones++;
        } else if (value == 2) {
            twos++;
        }
    }

    /** Whether these are whole numbers that lie so close together that a double does not tell them apart, as large ids do. */
    boolean losesDigits() {
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return isWhole() && largest > LARGEST_EXACT && high - low < CLOSE * Math.ulp(largest);
    }

    int known() {
        return known;
    }

    /** Whether all numbers are whole. */
    boolean isWhole() {
        return whole;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** A sample of the finite numbers, ascending. */
    double[] sample() {
        return sample.sorted();
    }

    /** Whether these are the numbers of the rows: 0, 1, 2 ... or 1, 2, 3 ... */
    boolean numbersRows(int rows) {
        return counting && known == rows;
    }

    /**
     * Whether these look like counts: whole numbers from 0 on, more than half of them 0, 1 common among the others, and a long
     * tail. Pixels and codes are not like that.
     */
    boolean looksLikeCounts() {
        int more = known - zeros;
        double mean = sum / Math.max(1, more);
        return whole
                && low >= 0
                && known >= 20
                && 2L * zeros > known
                && more >= 10
                && mean > 1.5
                && high >= 5
                && high >= 2 * mean
                && ones >= twos
                && 5L * ones >= more;
    }

    /** A number that may mean a missing value, or null. */
    FarValues.@Nullable Suspect suspect() {
        return far.suspect(known, sample());
    }
}
