package org.gne.data;

import java.util.function.ObjIntConsumer;

/** Rows that are changed, each for itself, when they are read. */
record MappedSamples(Samples source, ObjIntConsumer<float[]> change) implements Samples {

    @Override
    public int size() {
        return source.size();
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
        source.read(row, out, offset);
        change.accept(out, offset);
    }

    @Override
    public void read(int[] rows, int count, float[] out) {
        source.read(rows, count, out);
        for (int i = 0; i < count; i++) {
            change.accept(out, i * source.width());
        }
    }
}
