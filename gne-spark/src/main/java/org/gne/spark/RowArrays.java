package org.gne.spark;

import java.util.Arrays;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Rows with an array each, so that a partition may have more values than one array can hold. Sparse rows stay sparse until they are read.
 *
 * @param values {@code [rows][]}
 * @param columns {@code [rows]}: the columns of the values of a sparse row, null for a dense row; null without sparse rows
 * @param width the number of values of a whole row
 */
record RowArrays(float[][] values, int @Nullable [] @Nullable [] columns, int width) implements Samples {

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Schema schema() {
        return Schema.Columns.numbered(width);
    }

    @Override
    public void read(int row, float[] out, int offset) {
        float[] from = values[row];
        int[] at = columns == null ? null : columns[row];
        if (at == null) {
            System.arraycopy(from, 0, out, offset, width);
            return;
        }
        Arrays.fill(out, offset, offset + width, 0);
        for (int k = 0; k < at.length; k++) {
            out[offset + at[k]] = from[k];
        }
    }
}
