package org.gne.data;

import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** Rows of unsigned bytes; they stay bytes until a row is read. */
final class ByteSamples implements Samples {

    private final Kernel kernel = Kernels.active();
    private final byte[] values;
    private final Schema schema;
    private final int width;
    private final float offset;
    private final float factor;

    ByteSamples(byte[] values, Schema schema) {
        this(values, schema, 0, 1);
        FloatSamples.checkWhole(values.length, width);
    }

    private ByteSamples(byte[] values, Schema schema, float offset, float factor) {
        this.values = values;
        this.schema = schema;
        this.width = schema.width();
        this.offset = offset;
        this.factor = factor;
    }

    @Override
    public int size() {
        return values.length / width;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void read(int row, float[] out, int at) {
        kernel.decode(width, values, row * width, offset, factor, out, at);
    }

    @Override
    public void read(int[] rows, int count, float[] out) {
        for (int i = 0; i < count; i++) {
            CacheLines.touch(values, rows[i] * width, width, out, i * width);
        }
        Samples.super.read(rows, count, out);
    }

    /** Scaled as it is read, where nothing is scaled yet. */
    @Override
    public Samples scaled(Scaling scaling) {
        boolean raw = offset == 0 && factor == 1;
        return raw && scaling.isUniform()
                ? new ByteSamples(values, schema, scaling.offset()[0], scaling.factor()[0])
                : Samples.super.scaled(scaling);
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}
