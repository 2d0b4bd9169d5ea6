package org.gne.data;

/**
 * Rows whose missing values are replaced by a value for each column, for methods that cannot learn from rows with gaps.
 *
 * @param source rows, NaN where a value is missing
 * @param values {@code [width]}, finite
 */
record FilledSamples(Samples source, float[] values) implements Samples {

    FilledSamples {
        if (values.length != source.width()) {
            throw new IllegalArgumentException(
                    values.length + " values for rows of " + source.width() + ", expected as many");
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
    public Schema schema() {
        return source.schema();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        source.read(row, out, offset);
        for (int j = 0; j < values.length; j++) {
            if (Float.isNaN(out[offset + j])) {
                out[offset + j] = values[j];
            }
        }
    }
}
