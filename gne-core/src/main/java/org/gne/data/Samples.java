package org.gne.data;

import java.util.function.IntUnaryOperator;

/**
 * The rows of a data set: {@code size()} rows of {@code width()} numbers, in the units of their source; NaN
 * where a value is missing.
 *
 * <p>Implementations are immutable and may be read by several threads at once.
 */
public interface Samples {

    /** Number of rows, at least 0. */
    int size();

    /** Numbers in a row, at least 1. */
    int width();

    /** What a row is: a picture, or a row of named columns. */
    Schema schema();

    /**
     * Copies a row.
     *
     * @param row 0 to {@code size() - 1}
     * @param out receives {@code width()} values from {@code offset} on, in the units of the source
     */
    void read(int row, float[] out, int offset);

    /**
     * Copies rows from anywhere, one after another.
     *
     * @param rows their numbers
     * @param count how many of them
     * @param out receives {@code count * width()} values from 0 on, in the units of the source
     */
    default void read(int[] rows, int count, float[] out) {
        for (int i = 0; i < count; i++) {
            read(rows[i], out, i * width());
        }
    }

    /**
     * Refuses what can not be trained on.
     *
     * @throws IllegalArgumentException if a value is not finite; names its row and column
     */
    default void requireFinite() {
        float[] row = new float[width()];
        for (int i = 0; i < size(); i++) {
            read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                if (!Float.isFinite(row[j])) {
                    throw new Survey.Cell(i, j, row[j]).refused(schema(), Survey.Cell.FINITE);
                }
            }
        }
    }

    /**
     * Refuses infinite values; NaN, a missing value, is let through.
     *
     * @throws IllegalArgumentException if a value is infinite; names its row and column
     */
    default void requireNoInfinity() {
        float[] row = new float[width()];
        for (int i = 0; i < size(); i++) {
            read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                if (Float.isInfinite(row[j])) {
                    throw new Survey.Cell(i, j, row[j]).refused(schema(), Survey.Cell.FINITE_OR_MISSING);
                }
            }
        }
    }

    /** These rows as the model sees them, {@code (value - offset) * factor}. */
    default Samples scaled(Scaling scaling) {
        return scaling.isIdentity() ? this : new ScaledSamples(this, scaling);
    }

    /** These rows, with the mean of its column in place of each missing value. */
    default Samples filledByMeans() {
        return new FilledSamples(this, ColumnMeans.of(this, size()));
    }

    /**
     * These numbers as rows of another kind.
     *
     * @throws IllegalArgumentException if such a row has another width
     */
    default Samples withSchema(Schema schema) {
        return new ReadAs(this, schema);
    }

    /** The first {@code rows} rows, or all of them where there are fewer. */
    default Samples limit(int rows) {
        return rows >= size() ? this : rows(rows, i -> i);
    }

    /**
     * Some of the rows, as a view.
     *
     * @param rows {@code [count]}: which row each of the view's rows is; not copied
     */
    default Samples rows(int[] rows) {
        return rows(rows.length, i -> rows[i]);
    }

    /**
     * Some of the rows, as a view: for selections that a formula describes.
     *
     * @param count rows of the view, at least 0
     * @param rows which row each of them is, for 0 to {@code count - 1}
     */
    default Samples rows(int count, IntUnaryOperator rows) {
        return new SelectedRows(this, count, rows);
    }

    /** Rows of unsigned bytes (0-255), row after row in one array that is not copied. */
    static Samples ofBytes(byte[] values, Schema schema) {
        return new ByteSamples(values, schema);
    }

    /** Rows of floats, row after row in one array that is not copied. */
    static Samples ofFloats(float[] values, Schema schema) {
        return new FloatSamples(values, schema);
    }

    /**
     * Rows of a table: categories become a number each when a row is read.
     *
     * @param cells a value per column: a number, 0 or 1 for a truth value, a category's position in its column's list; NaN
     *     where it is missing
     */
    static Samples ofCells(Samples cells, Schema.Columns schema) {
        return schema.allNumbers() && cells.schema().equals(schema) ? cells : new TableSamples(cells, schema);
    }

    /**
     * Rows of floats, copied; columns are named by their number from 0.
     *
     * @param rows {@code [rows, width]}, at least one row
     * @throws IllegalArgumentException if the rows differ in length or there are none
     */
    static Samples of(float[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        int width = rows[0].length;
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " values, expected " + width + " as in row 0");
            }
            System.arraycopy(rows[i], 0, values, i * width, width);
        }
        return new FloatSamples(values, Schema.Columns.numbered(width));
    }
}
