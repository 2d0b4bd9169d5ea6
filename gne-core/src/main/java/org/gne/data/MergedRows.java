package org.gne.data;

import java.util.Arrays;

/**
 * Rows with the columns of another schema. A value that the rows do not have is missing; a category that they do not have is not
 * the one of any row.
 *
 * @param selected the rows with these columns of a table, NaN where they do not have one
 */
record MergedRows(SelectedColumns selected) implements Samples {

    /**
     * The rows with other columns.
     *
     * @param columns for each value, its index in a row of the source, or -1
     */
    static MergedRows of(Samples source, int[] columns, Schema schema) {
        return new MergedRows(new SelectedColumns(source, columns, schema));
    }

    @Override
    public int size() {
        return selected.size();
    }

    @Override
    public int width() {
        return selected.width();
    }

    @Override
    public Schema schema() {
        return selected.schema();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        selected.read(row, out, offset);
        int at = offset;
        for (Column column : ((Schema.Columns) schema()).columns()) {
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
        return selected.toString();
    }
}
