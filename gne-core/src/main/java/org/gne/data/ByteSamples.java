package org.gne.data;

/** Rows of unsigned bytes; they stay bytes until a row is read. */
final class ByteSamples implements Samples {

    private final byte[] values;
    private final Schema schema;
    private final int width;
    /** The float of each byte, scaled: a look-up is faster than conversion and arithmetic. */
    private final float[] decoded;

    ByteSamples(byte[] values, Schema schema) {
        this(values, schema, identity());
        FloatSamples.checkWhole(values.length, width);
    }

    private ByteSamples(byte[] values, Schema schema, float[] decoded) {
        this.values = values;
        this.schema = schema;
        this.width = schema.width();
        this.decoded = decoded;
    }

    private static float[] identity() {
        float[] table = new float[256];
        for (int i = 0; i < 256; i++) {
            table[i] = i;
        }
        return table;
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
        int from = row * width;
        for (int j = 0; j < width; j++) {
            out[offset + j] = decoded[values[from + j] & 0xff];
        }
    }

    @Override
    public Samples scaled(Scaling scaling) {
        if (!scaling.isUniform()) {
            return Samples.super.scaled(scaling);
        }
        float[] table = decoded.clone();
        for (int i = 0; i < 256; i++) {
            scaling.apply(table, i, 1);
        }
        return new ByteSamples(values, schema, table);
    }
}
