package org.gne.data;

import java.util.Arrays;

/**
 * Rows with the columns of another schema. A value that the rows do not have is missing; a category that they do not have is not
 * the one of any row.
 *
 * @param columns for each value, its index in a row of the source, or -1
 */
record MergedRows(Samples source, int[] columns, Schema schema) implements Samples {

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public int width() {
        return columns.length;
    }

    @Override
    public void read(int row, float[] out, int offset) {
        float[] own = new float[source.width()];
        source.read(row, own, 0);
        for (int j = 0; j < columns.length; j++) {
            out[offset + j] = columns[j] < 0 ? Float.NaN : own[columns[j]];
        }
        int at = offset;
        for (Column column : ((Schema.Columns) schema).columns()) {
            if (column.kind() == Column.Kind.CATEGORY) {
                complete(out, at, at + column.width());
            }
            at += column.width();
        }
    }

    /** Sets the categories that the source does not have to 0 where the category is known, and all to missing where it is not. */
    private static void complete(float[] out, int from, int to) {
        float sum = 0;
        for (int j = from; j < to; j++) {
            sum += Float.isNaN(out[j]) ? 0 : out[j];
        }
        if (sum == 0) {
            Arrays.fill(out, from, to, Float.NaN);
            return;
        }
        for (int j = from; j < to; j++) {
            out[j] = Float.isNaN(out[j]) ? 0 : out[j];
        }
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}
