package org.gne.data;

/** Rows of floats in one array. */
final class FloatSamples implements Samples {

    private final float[] values;
    private final Schema schema;
    private final int width;

    FloatSamples(float[] values, Schema schema) {
        this.values = values;
        this.schema = schema;
        this.width = schema.width();
        checkWhole(values.length, width);
    }

    static void checkWhole(int length, int width) {
        if (length % width != 0) {
            throw new IllegalArgumentException(
                    length + " values are no whole number of rows of " + width + ": " + length % width + " left over");
        }
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
    public void read(int row, float[] out, int offset) {
        System.arraycopy(values, row * width, out, offset, width);
    }

    @Override
    public void read(int[] rows, int count, float[] out) {
        for (int i = 0; i < count; i++) {
            CacheLines.touch(values, rows[i] * width, width, out, i * width);
        }
        Samples.super.read(rows, count, out);
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}
