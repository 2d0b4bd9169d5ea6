package org.gne.data;

import java.io.Serializable;
import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * The result of one pass over all rows before training, in the units of the data: statistics of each column, the number
 * of missing values, and the first wrong cell. It does not depend on the number of threads.
 *
 * <p>Immutable. The surveys of several sets of rows can be {@linkplain #merge merged}.
 *
 * @serial exclude
 */
public final class Survey implements Serializable {

    /** The largest number of different values that {@link #fewValues} returns. */
    public static final int FEW = 20;

    private static final long serialVersionUID = 1;

    /**
     * One value of a row.
     *
     * @param row from 0
     * @param column from 0
     * @param value in the units of the data
     * @serial exclude
     */
    public record Cell(long row, int column, float value) implements Serializable {

        static final String FINITE = "a finite number";

        static final String FINITE_OR_MISSING = "a finite number, or NaN where it is missing";

        /** The cell that comes first, row by row. */
        static @Nullable Cell first(@Nullable Cell a, @Nullable Cell b) {
            if (a == null || b == null) {
                return a == null ? b : a;
            }
            return a.row < b.row || (a.row == b.row && a.column < b.column) ? a : b;
        }

        /** An exception that names the cell. */
        IllegalArgumentException refused(Schema schema, String expected) {
            return new IllegalArgumentException("row " + row + ", column " + schema.valueName(column) + ": found "
                    + value + ", expected " + expected);
        }
    }

    private final RowCounts rows;
    private final ColumnStatistics columns;
    private final FewValues few;
    private final RowSample sample;
    private final String sha256;

    Survey(RowCounts rows, ColumnStatistics columns, FewValues few, RowSample sample, String sha256) {
        this.rows = rows;
        this.columns = columns;
        this.few = few;
        this.sample = sample;
        this.sha256 = sha256;
    }

    /** Reads all rows on the calling thread. */
    public static Survey of(Samples samples) {
        return ofPart(samples, 1);
    }

    /** Reads all rows. */
    public static Survey of(Samples samples, Parallel parallel) {
        return new SurveyPass(samples, null, 1, parallel).run();
    }

    /**
     * Reads all rows and computes their {@link #sha256} too, which takes longer than everything else.
     *
     * @param labels classes to include in the SHA-256, or null
     */
    public static Survey withSha256(Samples samples, @Nullable Labels labels, Parallel parallel) {
        RowsSha256 digest = new RowsSha256(samples.size(), samples.width());
        Survey survey = new SurveyPass(samples, digest, 1, parallel).run();
        if (labels != null) {
            digest.add(labels);
        }
        return new Survey(survey.rows, survey.columns, survey.few, survey.sample, digest.hex());
    }

    /**
     * Reads the rows of one part of the data on the calling thread.
     *
     * @param parts the number of parts that will be merged, at least 1; each keeps a smaller sample for {@link
     *     #quantile}
     */
    public static Survey ofPart(Samples samples, int parts) {
        try (Parallel alone = new Parallel(1)) {
            return new SurveyPass(samples, null, parts, alone).run();
        }
    }

    /**
     * The survey of these rows followed by others. Rounding depends on the order of merges, so merge in the same order
     * for the same bits. The result has no {@link #sha256}.
     *
     * @throws IllegalArgumentException if the rows differ in width
     */
    public Survey merge(Survey next) {
        if (width() != next.width()) {
            throw new IllegalArgumentException(
                    "rows of " + next.width() + " values behind rows of " + width() + ", expected as many");
        }
        return new Survey(
                rows.merge(next.rows), columns.merge(next.columns), few.merge(next.few), sample.merge(next.sample), "");
    }

    /**
     * Checks that a map can be fitted to the rows.
     *
     * @param schema the schema of the rows
     * @throws IllegalArgumentException if a value is infinite, or a column has no known value; the message names the
     *     first one
     */
    public void requireTrainable(Schema schema) {
        if (rows.infinite() != null) {
            throw rows.infinite().refused(schema, Cell.FINITE_OR_MISSING);
        }
        for (int j = 0; j < width(); j++) {
            if (known(j) == 0) {
                throw new IllegalArgumentException(
                        "column " + schema.valueName(j) + ": found no value in any row, expected some");
            }
        }
    }

    /**
     * Checks that no value is missing or infinite.
     *
     * @param schema the schema of the rows
     * @throws IllegalArgumentException if there is one; the message names the first one
     */
    public void requireFinite(Schema schema) {
        Cell first = Cell.first(rows.missing(), rows.infinite());
        if (first != null) {
            throw first.refused(schema, Cell.FINITE);
        }
    }

    /** The number of rows. */
    public long rows() {
        return rows.rows();
    }

    /** The number of values of a row. */
    public int width() {
        return columns.width();
    }

    /** The number of known values of a column. */
    public long known(int column) {
        return columns.known(column);
    }

    /** The number of known values of all columns. */
    public long known() {
        long sum = 0;
        for (int j = 0; j < width(); j++) {
            sum += known(j);
        }
        return sum;
    }

    /** The number of missing values (NaN) of a column. */
    public long missing(int column) {
        return rows() - known(column);
    }

    /** The number of missing values (NaN) of all columns. */
    public long missing() {
        return rows() * width() - known();
    }

    /**
     * How many cells of the rows are missing. A category takes several numbers in a row, and is one cell.
     *
     * @param schema of the rows
     */
    public long missingCells(Schema schema) {
        if (!(schema instanceof Schema.Columns table)) {
            return missing();
        }
        long sum = 0;
        int at = 0;
        for (Column column : table.columns()) {
            sum += missing(at);
            at += column.width();
        }
        return sum;
    }

    /** How many rows miss a value. */
    public long rowsWithGaps() {
        return rows.withGaps();
    }

    /** The first cell, row by row, with a missing value; null if there is none. */
    public @Nullable Cell firstMissing() {
        return rows.missing();
    }

    /** The first cell, row by row, with an infinite value; null if there is none. */
    public @Nullable Cell firstInfinite() {
        return rows.infinite();
    }

    /**
     * The number of rows with the same values as the first row, including it. After a merge the number may be too low,
     * but it is right if all rows are equal.
     */
    public long rowsLikeFirst() {
        return rows.likeFirst();
    }

    /** The mean of a column's known values; 0 if there are none. */
    public double mean(int column) {
        return columns.mean(column);
    }

    /** The sum of the squared differences between a column's known values and their mean. */
    public double squares(int column) {
        return columns.squares(column);
    }

    /** The (population) variance of a column's known values; 0 if there are none. */
    public double variance(int column) {
        return squares(column) / Math.max(1, known(column));
    }

    /** The lowest known value of a column; positive infinity if there is none. */
    public float low(int column) {
        return columns.low(column);
    }

    /** The highest known value of a column; negative infinity if there is none. */
    public float high(int column) {
        return columns.high(column);
    }

    /** The lowest known value of all columns; positive infinity if there is none. */
    public float low() {
        float low = Float.POSITIVE_INFINITY;
        for (int j = 0; j < width(); j++) {
            low = Math.min(low, low(j));
        }
        return low;
    }

    /** The highest known value of all columns; negative infinity if there is none. */
    public float high() {
        float high = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < width(); j++) {
            high = Math.max(high, high(j));
        }
        return high;
    }

    /** Whether all known values of a column are whole numbers. */
    public boolean whole(int column) {
        return columns.whole(column);
    }

    /** The different known values of a column, ascending; null if there are more than {@value #FEW}. */
    public float @Nullable [] fewValues(int column) {
        return few.of(column);
    }

    /**
     * A quantile of a column's known values, interpolated between two of them (definition 7 of Hyndman and Fan 1996).
     * It is computed from at most {@value PrincipalComponents#MOST_ROWS} rows, evenly spread over the data, or fewer if
     * rows have more than 256 values.
     *
     * @param share 0 to 1: 0.5 for the median
     * @return the quantile; NaN if these rows have no known value
     */
    public double quantile(int column, double share) {
        return sample.quantile(column, share);
    }

    /** A column's known values, ascending, of the rows that {@link #quantile} is taken from. */
    public float[] sorted(int column) {
        return sample.sorted(column);
    }

    /**
     * The SHA-256 of the number of rows, the width, the values as little-endian floats (one pattern for all missing
     * values), and the classes if they were given; lower-case hexadecimal. Empty if it was not computed.
     */
    public String sha256() {
        return sha256;
    }
}
