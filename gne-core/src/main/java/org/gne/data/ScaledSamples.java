package org.gne.data;

/** Rows in scaled units. */
record ScaledSamples(Samples source, Scaling scaling) implements Samples {

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
        scaling.apply(out, offset, source.width());
    }

    @Override
    public void read(int[] rows, int count, float[] out) {
        source.read(rows, count, out);
        for (int i = 0; i < count; i++) {
            scaling.apply(out, i * source.width(), source.width());
        }
    }
}
