package org.gne.data;

import java.util.BitSet;

/** Some columns of rows, in another order; or columns that the source has not, whose values are missing. */
final class SelectedColumns implements Samples {

    private final Samples source;
    private final int[] columns;
    private final Schema schema;

    SelectedColumns(Samples source, int[] columns, Schema schema) {
        check(source, columns, schema);
        this.source = source;
        this.columns = columns.clone();
        this.schema = schema;
    }

    static void check(Samples source, int[] columns, Schema schema) {
        if (schema.width() != columns.length) {
            throw new IllegalArgumentException(
                    columns.length + " columns for rows of " + schema.width() + " values, expected as many");
        }
        BitSet seen = new BitSet();
        for (int column : columns) {
            if (column >= source.width() || (column >= 0 && seen.get(column))) {
                throw new IllegalArgumentException("column " + column + " of rows of " + source.width()
                        + " values, expected each of 0 to " + (source.width() - 1) + " once at most");
            }
            if (column >= 0) {
                seen.set(column);
            }
        }
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public int width() {
        return columns.length;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void read(int row, float[] out, int offset) {
        float[] whole = new float[source.width()];
        source.read(row, whole, 0);
        for (int j = 0; j < columns.length; j++) {
            out[offset + j] = columns[j] < 0 ? Float.NaN : whole[columns[j]];
        }
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}
