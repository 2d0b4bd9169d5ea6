package org.gne.data;

import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Some rows of sparse rows, in a given order.
 *
 * @param rows returns the index in {@code source} of each of the {@code size} rows
 */
record SparseSelection(SparseSamples source, int size, IntUnaryOperator rows) implements SparseSamples {

    SparseSelection {
        if (size < 0) {
            throw new IllegalArgumentException("selection of " + size + " rows, expected at least 0");
        }
    }

    private int sourceRow(int row) {
        return rows.applyAsInt(Objects.checkIndex(row, size));
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public Schema schema() {
        return source.schema();
    }

    @Override
    public int entries(int row) {
        return source.entries(sourceRow(row));
    }

    @Override
    public int entries(int row, int[] columns, float[] values) {
        return source.entries(sourceRow(row), columns, values);
    }

    @Override
    public void read(int row, float[] out, int offset) {
        source.read(sourceRow(row), out, offset);
    }
}
