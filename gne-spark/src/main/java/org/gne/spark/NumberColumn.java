package org.gne.spark;

import java.util.Arrays;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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
        return cell instanceof Vector vector ? vector.size() : ((scala.collection.Seq<?>) cell).size();
    }

    /**
     * Reads a cell.
     *
     * @param width the number of values that it has to have
     * @param keeps whether what cannot be used is a missing value, instead of a problem
     */
    static RowValues values(Row row, int column, int width, boolean keeps) {
        int found = width(row, column);
        if (found != width) {
            if (keeps) {
                float[] missing = new float[width];
                Arrays.fill(missing, Float.NaN);
                return RowValues.dense(missing);
            }
            return RowValues.wrong(
                    "found " + (found < 0 ? "null" : found + " values") + ", expected " + width + " values");
        }
        RowValues read = values(row.get(column), width);
        for (int k = 0; k < read.values().length; k++) {
            if (Float.isInfinite(read.values()[k])) {
                if (!keeps) {
                    int j = read.columns() == null ? k : read.columns()[k];
                    return RowValues.wrong("value " + j + ": found " + read.values()[k]
                            + ", expected a finite number, or NaN where it is missing");
                }
                read.values()[k] = Float.NaN;
            }
        }
        return read;
    }

    private static RowValues values(Object cell, int width) {
        if (cell instanceof SparseVector sparse) {
            return sparse(sparse);
        }
        float[] values = new float[width];
        if (cell instanceof Vector vector) {
            for (int j = 0; j < width; j++) {
                values[j] = (float) vector.apply(j);
            }
            return RowValues.dense(values);
        }
        scala.collection.Seq<?> array = (scala.collection.Seq<?>) cell;
        for (int j = 0; j < width; j++) {
            Object value = array.apply(j);
            values[j] = value == null ? Float.NaN : ((Number) value).floatValue();
        }
        return RowValues.dense(values);
    }

    private static RowValues sparse(SparseVector vector) {
        double[] given = vector.values();
        int[] columns = new int[given.length];
        float[] values = new float[given.length];
        int kept = 0;
        for (int k = 0; k < given.length; k++) {
            if (given[k] != 0) {
                columns[kept] = vector.indices()[k];
                values[kept++] = (float) given[k];
            }
        }
        return new RowValues(Arrays.copyOf(columns, kept), Arrays.copyOf(values, kept), null);
    }
}
