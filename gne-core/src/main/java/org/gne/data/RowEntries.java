package org.gne.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row after the other, with their columns: of sparse rows those that are stored, of others all. It serves one thread.
 *
 * @hidden internal
 */
public final class RowEntries {

    private final Samples rows;
    private final @Nullable SparseSamples sparse;
    private final int[] columns;
    private final float[] values;

    /** Reads rows. */
    public RowEntries(Samples rows) {
        this.rows = rows;
        sparse = rows instanceof SparseSamples some ? some : null;
        columns = new int[rows.width()];
        values = new float[rows.width()];
        Arrays.setAll(columns, j -> j);
    }

    /**
     * Reads a row.
     *
     * @return the number of its values
     */
    public int read(int row) {
        if (sparse != null) {
            return sparse.entries(row, columns, values);
        }
        rows.read(row, values, 0);
        return values.length;
    }

    /** The column of the k-th value of the row that was read last; columns ascend. */
    public int column(int k) {
        return columns[k];
    }

    /** The k-th value of the row that was read last. */
    public float value(int k) {
        return values[k];
    }
}
