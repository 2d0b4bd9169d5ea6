package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conversion from the units of the data to scaled units, in which the model is trained, {@code (value - offset) *
 * factor}, and back. Values far from the rest are also squashed ({@link Tails}).
 *
 * @param kind how offsets and factors were chosen
 * @param offset in the units of the data: one offset for all columns, or one per column
 * @param factor scaled units per unit of the data, above 0; the same number as offsets
 * @param tails the squashing of standardised numbers, or null if values are only shifted and multiplied
 * @serial exclude
 */
public record Scaling(
        ScalingKind kind,
        float[] offset,
        float[] factor,
        @Nullable Tails tails) implements Serializable {

    /** Standardised values beyond this are squashed; a million values of a normal distribution have about none. */
    private static final float LIMIT = 5;

    /**
     * Images whose values stay below this are scaled by their brightest pixel: they have 16 grey levels, or are
     * underexposed.
     */
    private static final float DARK = 127;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are not as many offsets as factors, a factor is not above 0, or a
     *     number is not finite; the message names the column
     */
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

    /** A scaling that only shifts and multiplies. */
    public Scaling(ScalingKind kind, float[] offset, float[] factor) {
        this(kind, offset, factor, null);
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
     * Scales each number to mean 0 and (population) standard deviation 1 over its known values, and vectors by one factor;
     * booleans and categories stay 0 and 1. Rows of counts only do not change at all.
     */
    private static Scaling standardize(Survey survey, Schema schema) {
        if (schema.areCounts()) {
            return none();
        }
        int width = survey.width();
        float[] offset = new float[width];
        float[] factor = new float[width];
        float[] shift = new float[width];
        float[] low = new float[width];
        float[] high = new float[width];
        Column[] columns = numbers(schema, width);
        for (int j = 0; j < width; j++) {
            Column column = columns[j];
            NumberScale scale = column == null
                    ? new NumberScale(Double.NaN, 0, 1, false)
                    : NumberScale.of(survey, j, column.equals(Column.number(column.name())));
            offset[j] = (float) scale.centre();
            factor[j] = scale.spread() > 0 ? (float) (1 / scale.spread()) : 1;
            shift[j] = (float) scale.shift();
            low[j] = survey.low(j);
            high[j] = survey.high(j);
        }
        boolean onlyVectors = schema instanceof Schema.Columns table && scaleVectors(survey, table, offset, factor);
        // One extreme value of a vector is no error of measurement, and squashing it would turn the vector.
        Tails tails = onlyVectors ? null : new Tails(LIMIT, shift, low, high);
        return new Scaling(ScalingKind.STANDARDIZE, offset, factor, tails);
    }

    /**
     * Scales the values of a vector by one factor, to a mean variance of 1: distances between vectors stay in proportion.
     *
     * @return whether all columns are vectors
     */
    private static boolean scaleVectors(Survey survey, Schema.Columns table, float[] offset, float[] factor) {
        int from = 0;
        boolean all = true;
        for (Column column : table.columns()) {
            int to = from + column.width();
            if (column.kind() == Column.Kind.VECTOR) {
                double variance = 0;
                for (int j = from; j < to; j++) {
                    variance += survey.variance(j) / (to - from);
                    offset[j] = (float) survey.mean(j);
                }
                Arrays.fill(factor, from, to, variance > 0 ? (float) (1 / Math.sqrt(variance)) : 1);
            }
            all &= column.kind() == Column.Kind.VECTOR;
            from = to;
        }
        return all;
    }

    /** The column of each value of a row; null for vectors, and for booleans, categories and counts, which do not change. */
    private static @Nullable Column[] numbers(Schema schema, int width) {
        @Nullable Column[] columns = new Column[width];
        if (!(schema instanceof Schema.Columns table)) {
            Arrays.setAll(columns, j -> Column.number(Integer.toString(j)));
            return columns;
        }
        int at = 0;
        for (Column column : table.columns()) {
            columns[at] = column.kind().isNumber() ? column : null;
            at += column.width();
        }
        return columns;
    }

    /** Booleans and categories stay 0 and 1: their heads have a loss for these. */
    private static void keepCodes(Schema.Columns table, float[] offset, float[] factor) {
        int from = 0;
        for (Column column : table.columns()) {
            int to = from + column.width();
            if (!column.kind().isNumber()) {
                Arrays.fill(offset, from, to, 0);
                Arrays.fill(factor, from, to, 1);
            }
            from = to;
        }
    }

    /** The scaling for the data, from a survey of the rows. */
    public static Scaling suiting(Samples samples) {
        return suiting(Survey.of(samples), samples.schema());
    }

    /**
     * The scaling for the data: images with values 0-255 or 0-1 are scaled to 0-1, everything else is standardised. 255
     * is white, unless all pixels are in the lower half: then the brightest value is white. Rows of counts do not change.
     *
     * @param schema the schema of these rows
     */
    public static Scaling suiting(Survey survey, Schema schema) {
        float low = survey.low();
        float high = survey.high();
        if (schema instanceof Schema.Picture && low >= 0 && high <= 255) {
            return unit(0, high <= 1 ? 1 : high > DARK ? 255 : high);
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
                if (schema instanceof Schema.Columns table && !table.allNumbers()) {
                    yield numbersToUnit(survey, table);
                }
                Scaling suiting = suiting(survey, schema);
                yield suiting.kind == ScalingKind.UNIT ? suiting : unit(survey.low(), survey.high());
            }
        };
    }

    /** Scales the numbers of a table by their common range; its other columns do not change. */
    private static Scaling numbersToUnit(Survey survey, Schema.Columns table) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int j = 0;
        for (Column column : table.columns()) {
            if (column.kind().isNumber()) {
                low = Math.min(low, survey.low(j));
                high = Math.max(high, survey.high(j));
            }
            j += column.width();
        }
        Scaling numbers = low <= high ? unit(low, high) : unit(0, 1);
        float[] offset = new float[table.width()];
        float[] factor = new float[table.width()];
        Arrays.fill(offset, numbers.offset[0]);
        Arrays.fill(factor, numbers.factor[0]);
        keepCodes(table, offset, factor);
        return new Scaling(ScalingKind.UNIT, offset, factor);
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
        if (isUniform() && tails == null) {
            for (int j = 0; j < n; j++) {
                values[from + j] = (values[from + j] - offset[0]) * factor[0];
            }
        } else if (tails == null) {
            for (int j = 0; j < n; j++) {
                values[from + j] = (values[from + j] - offset[j]) * factor[j];
            }
        } else {
            for (int j = 0; j < n; j++) {
                float scaled = (tails.before(j, values[from + j]) - offset[j]) * factor[j];
                values[from + j] = Tails.squashed(scaled, limit(j));
            }
        }
    }

    /**
     * The variance of a column's scaled values if some of them were squashed; 1 if none was, as standardised values have.
     *
     * @param survey the survey of the rows for which the scaling was made
     */
    public double varianceOfSquashed(Survey survey, int column) {
        if (tails == null || isUniform() || !squashes(survey, column)) {
            return 1;
        }
        float[] sorted = survey.sorted(column);
        double sum = 0;
        double squares = 0;
        for (float value : sorted) {
            double scaled =
                    Tails.squashed((tails.before(column, value) - offset[column]) * factor[column], limit(column));
            sum += scaled;
            squares += scaled * scaled;
        }
        double mean = sum / Math.max(1, sorted.length);
        return Math.max(1, squares / Math.max(1, sorted.length) - mean * mean);
    }

    /** The distance of the column's farthest value from its centre, in spreads. */
    public double farthest(Survey survey, int column) {
        double below = (tailsBefore(column, survey.low(column)) - offset[column]) * factor[column];
        double above = (tailsBefore(column, survey.high(column)) - offset[column]) * factor[column];
        return Math.max(Math.abs(below), Math.abs(above));
    }

    private double tailsBefore(int column, float value) {
        return tails == null ? value : tails.before(column, value);
    }

    private boolean squashes(Survey survey, int column) {
        return tails != null && farthest(survey, column) > limit(column);
    }

    /**
     * The size beyond which the scaled values of a column are squashed; infinite if they are not. A column with offset 0
     * and factor 1 does not change, however large its values are: booleans, categories and counts.
     */
    public float limit(int column) {
        int at = isUniform() ? 0 : column;
        boolean kept = offset[at] == 0 && factor[at] == 1 && (tails == null || !tails.logarithmic(column));
        return tails == null || kept ? Float.POSITIVE_INFINITY : tails.limit();
    }

    /** Converts {@code n} values of a row back to the units of the data in place, from its column 0 on. */
    public void undo(float[] values, int from, int n) {
        for (int j = 0; j < n; j++) {
            int column = isUniform() ? 0 : j;
            float scaled = Tails.unsquashed(values[from + j], limit(j));
            float raw = scaled / factor[column] + offset[column];
            values[from + j] = tails == null ? raw : tails.after(j, raw);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scaling that
                && kind == that.kind
                && Arrays.equals(offset, that.offset)
                && Arrays.equals(factor, that.factor)
                && Objects.equals(tails, that.tails);
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
