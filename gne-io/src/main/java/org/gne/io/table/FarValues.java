package org.gne.io.table;

import java.util.Arrays;
import org.gne.data.Spread;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers that may mean a missing value: -1, -9, -99, -999 ... and 99, 999 ..., also -99.9 and the like, the smallest and largest whole
 * numbers of 16 and 32 bits, and the fill values of NetCDF and of well logs, if one occurs in several rows and its distance from the
 * range of all other numbers is more than three times their spread.
 */
final class FarValues {

    /** The numbers that may mean a missing value, ascending. */
    private static final double[] CODES = {
        -1e30,
        -2_147_483_648,
        -9_999_999,
        -999_999,
        -99_999,
        -32_768,
        -9999.9,
        -9999,
        -999.9,
        -999.25,
        -999,
        -99.99,
        -99.9,
        -99,
        -9,
        -1,
        99,
        99.9,
        99.99,
        999,
        999.9,
        999.99,
        9999,
        9999.9,
        32_767,
        65_535,
        99_999,
        999_999,
        9_999_999,
        2_147_483_647,
        1e20,
        1e30,
        9.969209968386869e36
    };

    /** The least distance, in spreads of the other numbers. */
    private static final double FAR = 3;

    /** The least share of the rows. */
    private static final double SHARE = 0.005;

    private int @Nullable [] counts;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /**
     * A number that may mean a missing value.
     *
     * @param code the number
     * @param rows the number of rows in which it occurs
     */
    record Suspect(double code, int rows) {}

    /** Adds a number. */
    void add(double value) {
        // Most numbers lie between the codes.
        int code = value > -1 && value < 99 ? -1 : Arrays.binarySearch(CODES, value);
        if (code < 0) {
            low = Math.min(low, value);
            high = Math.max(high, value);
            return;
        }
        if (counts == null) {
            counts = new int[CODES.length];
        }
        counts[code]++;
    }

    /**
     * The most common number that may mean a missing value, or null.
     *
     * @param known the number of numbers that were added
     * @param sorted a sample of them, ascending
     */
    @Nullable Suspect suspect(int known, double[] sorted) {
        if (counts == null || low > high) {
            return null;
        }
        double[] others = Arrays.stream(sorted)
                .filter(value -> value >= low && value <= high)
                .toArray();
        double width = others.length == 0 ? 0 : Spread.of(others).width();
        // A column of -1 and 1 has no others to be far from.
        double far = width > 0 ? FAR * width : Double.POSITIVE_INFINITY;
        Suspect found = null;
        for (int i = 0; i < CODES.length; i++) {
            boolean beyond = CODES[i] < low - far || CODES[i] > high + far;
            if (beyond && counts[i] >= 2 && counts[i] >= SHARE * known && (found == null || counts[i] > found.rows)) {
                found = new Suspect(CODES[i], counts[i]);
            }
        }
        return found;
    }
}
