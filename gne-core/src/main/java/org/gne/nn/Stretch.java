package org.gne.nn;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Consecutive columns of a row that share a head.
 *
 * @param head the likelihood of the columns
 * @param from the first column
 * @param width the number of columns
 * @param weights the weights of the losses: one for all columns, or one per column; above 0
 * @param scales the factors of the columns when rows are compared by distance: one for all or one per column; 1 for
 *     numbers, more for values that vary less
 * @param dispersion for counts, one per column: their variance is {@code mean + mean^2 / dispersion}, that of a Poisson
 *     distribution being {@code mean}; empty for other heads
 * @param usual for counts, one per column: the mean in a row of exposure 1; empty for other heads
 * @serial exclude
 */
public record Stretch(
        Head head, int from, int width, float[] weights, float[] scales, float[] dispersion, float[] usual)
        implements Serializable {

    private static final float[] ONE = {1};
    private static final float[] NONE = {};

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if an array has another length than the head needs, or a number is not above 0
     */
    public Stretch {
        if (width < 1) {
            throw new IllegalArgumentException("a stretch of " + width + " columns, expected at least 1");
        }
        int counted = head == HeadKinds.COUNT ? width : 0;
        check("weights", weights, 1, width);
        check("scales", scales, 1, width);
        check("dispersions", dispersion, counted, counted);
        check("usual counts", usual, counted, counted);
        weights = shared(weights);
        scales = shared(scales);
    }

    /** One number if all are equal, so that equal stretches are equal records. */
    private static float[] shared(float[] values) {
        for (float value : values) {
            if (value != values[0]) {
                return values;
            }
        }
        return new float[] {values[0]};
    }

    private static void check(String name, float[] values, int length, int orLength) {
        if (values.length != length && values.length != orLength) {
            throw new IllegalArgumentException(values.length + " " + name + " of a stretch of columns, expected "
                    + (length == orLength ? length : length + " or " + orLength));
        }
        for (float value : values) {
            if (!(value > 0) || Float.isInfinite(value)) {
                throw new IllegalArgumentException(name + " of columns: found " + value + ", expected above 0");
            }
        }
    }

    /** Columns with weight and scale 1. */
    public static Stretch of(Head head, int from, int width) {
        return new Stretch(head, from, width, ONE, ONE, NONE, NONE);
    }

    /** Columns with given weights and scales. */
    public static Stretch of(Head head, int from, int width, float[] weights, float[] scales) {
        return new Stretch(head, from, width, weights, scales, NONE, NONE);
    }

    /**
     * Columns of counts.
     *
     * @param dispersion above 0
     * @param usual above 0
     */
    public static Stretch counts(int from, float[] weights, float[] scales, float[] dispersion, float[] usual) {
        return new Stretch(HeadKinds.COUNT, from, usual.length, weights, scales, dispersion, usual);
    }

    /** The same columns with all weights multiplied by a factor, and their scales by its root. */
    Stretch weighted(float factor) {
        float[] heavier = weights.clone();
        float[] wider = scales.clone();
        for (int j = 0; j < heavier.length; j++) {
            heavier[j] *= factor;
        }
        for (int j = 0; j < wider.length; j++) {
            wider[j] *= (float) Math.sqrt(factor);
        }
        return new Stretch(head, from, width, heavier, wider, dispersion, usual);
    }

    /** The column after the last. */
    public int to() {
        return from + width;
    }

    /** The number of source columns. */
    public int sources() {
        return head.joint() ? 1 : width;
    }

    /** The weight of a column, from 0 within the stretch. */
    public float weight(int column) {
        return weights[weights.length == 1 ? 0 : column];
    }

    /** The scale of a column, from 0 within the stretch. */
    public float scale(int column) {
        return scales[scales.length == 1 ? 0 : column];
    }

    /** Whether columns can be compared without conversion. */
    boolean euclidean() {
        return head != HeadKinds.COUNT && scales.length == 1 && scales[0] == 1;
    }

    /** Converts one row for the comparison by distance, in place: {@link Heads#represent}. */
    void represent(float[] row, int r0, boolean counted) {
        boolean counts = head == HeadKinds.COUNT;
        float exposure = counts && counted ? CountHead.exposure(this, row, r0) : 1;
        for (int j = 0; j < width; j++) {
            float value = row[r0 + j];
            // Most counts are 0, whose logarithm is 0.
            row[r0 + j] = scale(j) * (counts && value != 0 ? (float) StrictMath.log1p(value / exposure) : value);
        }
    }

    /** Whether all weights are 1. */
    boolean plain() {
        return weights.length == 1 && weights[0] == 1;
    }

    /** Multiplies the columns of a block by their weights. */
    void weigh(HeadBlock block) {
        if (plain()) {
            return;
        }
        for (int i = 0; i < block.rows(); i++) {
            int z = block.z(i);
            for (int j = 0; j < block.columns(); j++) {
                block.z()[z + j] *= weight(block.first() - from + j);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stretch that
                && head.key().equals(that.head.key())
                && from == that.from
                && width == that.width
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(scales, that.scales)
                && Arrays.equals(dispersion, that.dispersion)
                && Arrays.equals(usual, that.usual);
    }

    @Override
    public int hashCode() {
        return 31 * from + width;
    }

    @Override
    public String toString() {
        return head.key() + " " + from + "-" + (to() - 1);
    }
}
