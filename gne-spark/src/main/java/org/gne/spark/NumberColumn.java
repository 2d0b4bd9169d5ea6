package org.gne.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Columns of numbers: dense or sparse vectors, arrays of float or double. A null element is a missing value: NaN. */
final class NumberColumn {

    private NumberColumn() {}

    /**
     * Checks that a column exists and holds numbers.
     *
     * @throws IllegalArgumentException if it does not
     */
    static void check(StructType schema, String column) {
        if (!Arrays.asList(schema.fieldNames()).contains(column)) {
            throw new IllegalArgumentException(
                    column + " does not exist. Available: " + String.join(", ", schema.fieldNames()));
        }
        DataType type = schema.apply(column).dataType();
        boolean array = type instanceof ArrayType of
                && (of.elementType().equals(DataTypes.FloatType)
                        || of.elementType().equals(DataTypes.DoubleType));
        if (!array && !type.equals(SQLDataTypes.VectorType())) {
            throw new IllegalArgumentException("Column " + column
                    + " must be a vector or an array of float or double but was actually " + type.catalogString()
                    + ".");
        }
    }

    /**
     * Checks that a new column does not exist yet.
     *
     * @throws IllegalArgumentException if it exists
     */
    static void checkNew(StructType schema, String column) {
        if (Arrays.asList(schema.fieldNames()).contains(column)) {
            throw new IllegalArgumentException("Output column " + column + " already exists.");
        }
    }

    /** The number of values of a cell; -1 for null. */
    static int width(Row row, int column) {
        Object cell = row.get(column);
        if (cell == null) {
            return -1;
        }
        return cell instanceof Vector vector
                ? vector.size()
                : row.getList(column).size();
    }

    /**
     * Copies a cell, if it is valid.
     *
     * @param out receives {@code width} values from {@code at} on
     * @return what was found and expected, or null if the cell is valid
     */
    static @Nullable String read(Row row, int column, int width, float[] out, int at) {
        int found = width(row, column);
        if (found != width) {
            return "found " + (found < 0 ? "null" : found + " values") + ", expected " + width + " values";
        }
        Object cell = row.get(column);
        if (cell instanceof Vector vector) {
            Arrays.fill(out, at, at + width, 0);
            vector.foreachNonZero((index, value) -> {
                out[at + (Integer) index] = ((Double) value).floatValue();
                return scala.runtime.BoxedUnit.UNIT;
            });
        } else {
            List<@Nullable Number> values = row.getList(column);
            int next = at;
            for (Number value : values) {
                out[next++] = value == null ? Float.NaN : value.floatValue();
            }
        }
        for (int j = 0; j < width; j++) {
            if (Float.isInfinite(out[at + j])) {
                return "value " + j + ": found " + out[at + j]
                        + ", expected a finite number, or NaN where it is missing";
            }
        }
        return null;
    }
}
