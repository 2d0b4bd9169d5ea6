package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The scaling of values far from the rest. If a column has a long tail on one side, its logarithm is scaled in place of
 * the value. Scaled values beyond a limit are squashed: {@code limit + log(1 + |value| - limit)}, with their sign, so
 * that a few extreme values determine neither loss nor distances. Both are undone when scaled values are converted
 * back, and the results are limited to the range of the data.
 *
 * @param limit in scaled units, above 0; {@link Scaling#limit} says for which columns it holds
 * @param shift {@code [width]}: {@code log(value + shift)} is scaled in place of the value; NaN to scale the value
 *     itself
 * @param low {@code [width]}: the lowest value of each column in the data
 * @param high {@code [width]}: the highest value of each column in the data
 * @serial exclude
 */
public record Tails(float limit, float[] shift, float[] low, float[] high) implements Serializable {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the arrays do not have the same length, the limit is not above 0, or a range
     *     is not in order
     */
    public Tails {
        if (!(limit > 0) || shift.length != low.length || high.length != low.length) {
            throw new IllegalArgumentException("tails of " + shift.length + ", " + low.length + " and " + high.length
                    + " columns beyond " + limit + ", expected as many and a limit above 0");
        }
        for (int j = 0; j < low.length; j++) {
            if (!(low[j] <= high[j])) {
                throw new IllegalArgumentException("column " + j + ": found values from " + low[j] + " to " + high[j]
                        + ", expected them in order");
            }
        }
    }

    /** Whether a column's logarithm is scaled. */
    public boolean logarithmic(int column) {
        return !Float.isNaN(shift[column]);
    }

    /** The value, or its logarithm, before scaling. */
    float before(int column, float value) {
        if (Float.isNaN(shift[column]) || Float.isNaN(value)) {
            return value;
        }
        // A new row can have a value outside the range of the data.
        double positive = Math.max((double) low[column] + shift[column], (double) value + shift[column]);
        return (float) StrictMath.log(Math.max(positive, Float.MIN_NORMAL));
    }

    /** A scaled value, squashed if it is beyond the limit. */
    static float squashed(float scaled, float limit) {
        float size = Math.abs(scaled);
        return size > limit ? Math.copySign(limit + (float) StrictMath.log1p(size - limit), scaled) : scaled;
    }

    /** The inverse of {@link #squashed}. */
    static float unsquashed(float squashed, float limit) {
        float size = Math.abs(squashed);
        return size > limit ? Math.copySign(limit + (float) StrictMath.expm1(size - limit), squashed) : squashed;
    }

    /** The inverse of {@link #before}, limited to the range of the data. */
    float after(int column, float value) {
        float raw = Float.isNaN(shift[column]) ? value : (float) (StrictMath.exp(value) - shift[column]);
        return Math.max(low[column], Math.min(high[column], raw));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tails that
                && limit == that.limit
                && Arrays.equals(shift, that.shift)
                && Arrays.equals(low, that.low)
                && Arrays.equals(high, that.high);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(high);
    }

    @Override
    public String toString() {
        return "tails beyond " + limit;
    }
}
