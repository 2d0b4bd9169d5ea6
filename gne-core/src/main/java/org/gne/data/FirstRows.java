package org.gne.data;

import java.util.Objects;

/** The first rows of a larger set. */
record FirstRows(Samples source, int size) implements Samples {

    FirstRows {
        if (size < 0) {
            throw new IllegalArgumentException("limit of " + size + " rows, expected at least 0");
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
        source.read(Objects.checkIndex(row, size), out, offset);
    }

    @Override
    public void read(int[] rows, int count, float[] out) {
        for (int i = 0; i < count; i++) {
            Objects.checkIndex(rows[i], size);
        }
        source.read(rows, count, out);
    }

    @Override
    public Samples scaled(Scaling scaling) {
        return new FirstRows(source.scaled(scaling), size);
    }
}
