package org.gne.data;

import java.util.Arrays;

/**
 * The conversion from the units of the data to scaled units, in which the model is trained, {@code (value - offset) *
 * factor}, and back.
 *
 * @param kind how offsets and factors were chosen
 * @param offset in the units of the data: one offset for all columns, or one per column
 * @param factor scaled units per unit of the data, above 0; the same number as offsets
 */
public record Scaling(ScalingKind kind, float[] offset, float[] factor) {

    /**
     * Images whose values stay below this are scaled by their brightest pixel: they have 16 grey levels, or are
     * underexposed.
     */
    private static final float DARK = 127;

    public Scaling {
        if (offset.length != factor.length || offset.length == 0) {
            throw new IllegalArgumentException(
                    "scaling has " + offset.length + " offsets and " + factor.length + " factors, expected as many");
        }
        for (int i = 0; i < factor.length; i++) {
            if (!(factor[i] > 0) || Float.isInfinite(factor[i]) || !Float.isFinite(offset[i])) {
                throw new IllegalArgumentException(
                        "scaling of column " + i + ": offset " + offset[i] + ", factor " + factor[i]);
            }
        }
    }

    /** No scaling. */
    public static Scaling none() {
        return new Scaling(ScalingKind.NONE, new float[] {0}, new float[] {1});
    }

    /** Scales values between {@code low} and {@code high} to 0-1. */
    public static Scaling unit(float low, float high) {
        float range = high - low;
        return new Scaling(ScalingKind.UNIT, new float[] {low}, new float[] {range > 0 ? 1 / range : 1});
    }

    /**
     * Scales each column to mean 0 and (population) standard deviation 1 over its known values. The numbers of a
     * category share a factor, so that the whole column varies as much as a column of numbers, and a rare category does
     * not dominate.
     */
    private static Scaling standardize(Survey survey, Schema schema) {
        int width = survey.width();
        double[] squares = new double[width];
        Arrays.setAll(squares, survey::squares);
        if (schema instanceof Schema.Columns table) {
            shareWithinCategories(table, squares);
        }
        float[] offset = new float[width];
        float[] factor = new float[width];
        for (int j = 0; j < width; j++) {
            double mean = survey.mean(j);
            double deviation = Math.sqrt(squares[j] / Math.max(1, survey.known(j)));
            offset[j] = (float) mean;
            // A column that varies by less than rounding is constant.
            boolean constant = deviation <= 1e-7 * Math.max(1e-30, Math.abs(mean));
            factor[j] = constant ? 1 : (float) (1 / deviation);
        }
        return new Scaling(ScalingKind.STANDARDIZE, offset, factor);
    }

    /** Replaces the number of each category by the sum over its column. */
    private static void shareWithinCategories(Schema.Columns table, double[] squares) {
        int from = 0;
        for (Column column : table.columns()) {
            int to = from + column.width();
            if (column.kind() == Column.Kind.CATEGORY) {
                Arrays.fill(squares, from, to, Arrays.stream(squares, from, to).sum());
            }
            from = to;
        }
    }

    /** The scaling for the data, from a survey of the rows. */
    public static Scaling suiting(Samples samples) {
        return suiting(Survey.of(samples), samples.schema());
    }

    /**
     * The scaling for the data: images with values 0-255 and data already within 0-1 are scaled to 0-1, everything else
     * is standardised. 255 is white, unless all pixels are in the lower half: then the brightest value is white.
     *
     * @param schema the schema of these rows
     */
    public static Scaling suiting(Survey survey, Schema schema) {
        float low = survey.low();
        float high = survey.high();
        if (low >= 0 && high <= 1) {
            return unit(0, 1);
        }
        if (schema instanceof Schema.Picture && low >= 0 && high <= 255) {
            return unit(0, high > DARK ? 255 : high);
        }
        return standardize(survey, schema);
    }

    /**
     * A scaling of a given kind, computed from the data.
     *
     * @param schema the schema of these rows
     */
    public static Scaling of(ScalingKind kind, Survey survey, Schema schema) {
        return switch (kind) {
            case NONE -> none();
            case STANDARDIZE -> standardize(survey, schema);
            case UNIT -> {
                Scaling suiting = suiting(survey, schema);
                yield suiting.kind == ScalingKind.UNIT ? suiting : unit(survey.low(), survey.high());
            }
        };
    }

    /** Whether values do not change. */
    public boolean isIdentity() {
        return isUniform() && offset[0] == 0 && factor[0] == 1;
    }

    /**
     * The values in the units of the data at 0 and 1 of the first column's scale: for images, black and white.
     *
     * @return {@code [2]}
     */
    public float[] unitRange() {
        float[] ends = {0, 1};
        undo(ends, 0, 1);
        undo(ends, 1, 1);
        return ends;
    }

    /** Whether all columns have the same scaling. */
    public boolean isUniform() {
        return offset.length == 1;
    }

    /** Scales {@code n} values of a row in place, from its column 0 on. */
    public void apply(float[] values, int from, int n) {
        if (isUniform()) {
            for (int j = 0; j < n; j++) {
                values[from + j] = (values[from + j] - offset[0]) * factor[0];
            }
        } else {
            for (int j = 0; j < n; j++) {
                values[from + j] = (values[from + j] - offset[j]) * factor[j];
            }
        }
    }

    /** Converts {@code n} values of a row back to the units of the data in place, from its column 0 on. */
    public void undo(float[] values, int from, int n) {
        for (int j = 0; j < n; j++) {
            int column = isUniform() ? 0 : j;
            values[from + j] = values[from + j] / factor[column] + offset[column];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scaling that
                && kind == that.kind
                && Arrays.equals(offset, that.offset)
                && Arrays.equals(factor, that.factor);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + Arrays.hashCode(offset)) + Arrays.hashCode(factor);
    }

    @Override
    public String toString() {
        return kind + " over " + offset.length + (isUniform() ? " common value" : " columns");
    }
}
