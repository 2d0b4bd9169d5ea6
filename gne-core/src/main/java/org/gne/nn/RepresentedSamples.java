package org.gne.nn;

import org.gne.data.Samples;
import org.gne.data.Schema;

/** Rows that are converted for the comparison by distance ({@link Heads#represent}) when they are read. */
record RepresentedSamples(Samples source, Heads heads) implements Samples {

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
        heads.represent(1, out, offset, true);
    }

    @Override
    public void read(int[] rows, int count, float[] out) {
        source.read(rows, count, out);
        heads.represent(count, out, 0, true);
    }
}
