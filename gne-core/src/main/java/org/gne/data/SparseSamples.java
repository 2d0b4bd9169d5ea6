package org.gne.data;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Rows of which only the values that are not 0 are stored, such as counts of genes or words. {@link #read} returns whole
 * rows, as all {@link Samples} do; what runs in time linear in the stored values uses {@link #entries}.
 *
 * @see SparseStore
 */
public interface SparseSamples extends Samples {

    /** The number of stored values of a row. */
    int entries(int row);

    /**
     * Copies the stored values of a row.
     *
     * @param row 0 to {@code size() - 1}
     * @param columns receives the columns, from 0, ascending; {@code [width]} is always enough
     * @param values receives the values; NaN where a value is missing
     * @return the number of values
     */
    int entries(int row, int[] columns, float[] values);

    @Override
    default void read(int row, float[] out, int offset) {
        int n = entries(row);
        int[] columns = new int[n];
        float[] values = new float[n];
        entries(row, columns, values);
        Arrays.fill(out, offset, offset + width(), 0);
        for (int k = 0; k < n; k++) {
            out[offset + columns[k]] = values[k];
        }
    }

    @Override
    default SparseSamples rows(int count, IntUnaryOperator rows) {
        return new SparseSelection(this, count, rows);
    }

    @Override
    default SparseSamples columns(int[] columns, Schema schema) {
        return SparseColumns.of(this, columns, schema);
    }
}
