package org.gne.data;

/** Rows with another schema than that of their source. */
record ReadAs(Samples source, Schema schema) implements Samples {

    ReadAs {
        if (schema.width() != source.width()) {
            throw new IllegalArgumentException(
                    "rows of " + source.width() + " values as rows of " + schema.width() + ", expected as many");
        }
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        source.read(row, out, offset);
    }

    @Override
    public Samples scaled(Scaling scaling) {
        return new ReadAs(source.scaled(scaling), schema);
    }
}
