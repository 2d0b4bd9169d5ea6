package org.gne.data;

import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;

/**
 * The rows of a data set: {@code size()} rows of {@code width()} numbers, in the units of their source; NaN
 * where a value is missing.
 *
 * <p>Implementations are immutable and may be read by several threads at once.
 */
public interface Samples {

    /** The number of rows, at least 0. */
    int size();

    /** The number of values of a row, at least 1. */
    int width();

    /** The kind of a row: an image, or named columns. */
    Schema schema();

    /**
     * Copies a row.
     *
     * @param row 0 to {@code size() - 1}
     * @param out receives {@code width()} values from {@code offset} on, in the units of the source
     */
    void read(int row, float[] out, int offset);

    /**
     * Copies several rows, one after another.
     *
     * @param rows the indices of the rows
     * @param count the number of rows
     * @param out receives {@code count * width()} values from 0 on, in the units of the source
     */
    default void read(int[] rows, int count, float[] out) {
        for (int i = 0; i < count; i++) {
            read(rows[i], out, i * width());
        }
    }

    /**
     * Checks that all values are finite.
     *
     * @throws IllegalArgumentException if a value is not finite; the message names its row and column
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
     * Checks that no value is infinite. NaN, a missing value, is allowed.
     *
     * @throws IllegalArgumentException if a value is infinite; the message names its row and column
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

    /** These rows in scaled units, {@code (value - offset) * factor}. */
    default Samples scaled(Scaling scaling) {
        int width = width();
        return scaling.isIdentity() ? this : mapped((rows, at) -> scaling.apply(rows, at, width));
    }

    /**
     * These rows, changed when they are read.
     *
     * @param change changes the row that begins at an offset of an array, in place; it must not depend on other rows
     */
    default Samples mapped(ObjIntConsumer<float[]> change) {
        return new MappedSamples(this, change);
    }

    /** These rows, with the mean of its column in place of each missing value. */
    default Samples filledByMeans() {
        float[] means = ColumnMeans.of(this, size());
        return mapped((rows, at) -> {
            for (int j = 0; j < means.length; j++) {
                if (Float.isNaN(rows[at + j])) {
                    rows[at + j] = means[j];
                }
            }
        });
    }

    /**
     * The same numbers as rows with another schema.
     *
     * @throws IllegalArgumentException if such a row has another width
     */
    default Samples withSchema(Schema schema) {
        return new ReadAs(this, schema);
    }

    /**
     * These rows and others side by side.
     *
     * @param right the values that follow those of each row
     * @param both the schema of the joined rows
     * @throws IllegalArgumentException if the numbers of rows differ, or the schema has another width
     */
    default Samples beside(Samples right, Schema both) {
        return new JoinedRows(this, right, both);
    }

    /**
     * These rows, and others after them. The schema is that of these.
     *
     * @param more the rows that follow
     * @throws IllegalArgumentException if they have another width
     */
    default Samples followedBy(Samples more) {
        return new StackedRows(this, more);
    }

    /** The first {@code rows} rows, or all rows if there are fewer. */
    default Samples limit(int rows) {
        return rows >= size() ? this : rows(rows, i -> i);
    }

    /**
     * Some of the rows, as a view.
     *
     * @param rows {@code [count]}: the index of each row; not copied
     */
    default Samples rows(int[] rows) {
        return rows(rows.length, i -> rows[i]);
    }

    /**
     * Some of the rows, as a view, with indices given by a function.
     *
     * @param count the number of rows of the view, at least 0
     * @param rows returns the index of each row, for 0 to {@code count - 1}
     */
    default Samples rows(int count, IntUnaryOperator rows) {
        return new SelectedRows(this, count, rows);
    }

    /**
     * Some of the columns, in a given order, as a view.
     *
     * @param columns the index of each column, from 0, none twice; -1 for a column that is not there, whose values are missing
     * @param schema the schema of these columns
     * @throws IllegalArgumentException if there is no such column, one is there twice, or the schema has another width
     */
    default Samples columns(int[] columns, Schema schema) {
        return new SelectedColumns(this, columns, schema);
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
     * Rows of a table: a category becomes one number per category when a row is read.
     *
     * @param cells one value per column: a number, 0 or 1 for a boolean, or the index of a category; NaN for a missing
     *     value
     */
    static Samples ofCells(Samples cells, Schema.Columns schema) {
        return schema.allNumbers() && cells.schema().equals(schema) ? cells : new TableSamples(cells, schema);
    }

    /**
     * Rows of floats, copied; columns have their numbers, from 0, as names.
     *
     * @param rows {@code [rows, width]}, at least one row
     * @throws IllegalArgumentException if the rows differ in length, one is null, or there are none; if they are too many for
     *     one array
     */
    static Samples of(float[][] rows) {
        return ArrayRows.of(rows);
    }

    /**
     * Rows of doubles, copied as floats; columns have their numbers, from 0, as names.
     *
     * @param rows {@code [rows, width]}, at least one row
     * @throws IllegalArgumentException if the rows differ in length, one is null, or there are none; if a column has digits
     *     that floats do not keep, such as times in milliseconds: the message says what to subtract
     */
    static Samples of(double[][] rows) {
        return ArrayRows.of(rows);
    }
}
