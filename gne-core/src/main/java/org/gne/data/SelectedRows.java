package org.gne.data;

import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Some rows of a data set, in a given order.
 *
 * @param rows returns the index in {@code source} of each of the {@code size} rows
 */
record SelectedRows(Samples source, int size, IntUnaryOperator rows) implements Samples {

    SelectedRows {
        if (size < 0) {
            throw new IllegalArgumentException("selection of " + size + " rows, expected at least 0");
        }
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
    public void read(int row, float[] out, int offset) {
        source.read(sourceRow(row), out, offset);
    }

    @Override
    public void read(int[] selected, int count, float[] out) {
        int[] found = new int[count];
        for (int i = 0; i < count; i++) {
            found[i] = sourceRow(selected[i]);
        }
        source.read(found, count, out);
    }

    private int sourceRow(int row) {
        return rows.applyAsInt(Objects.checkIndex(row, size));
    }

    @Override
    public Samples scaled(Scaling scaling) {
        return new SelectedRows(source.scaled(scaling), size, rows);
    }
}
