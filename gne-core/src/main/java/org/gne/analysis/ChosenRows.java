package org.gne.analysis;

import org.gne.data.Samples;
import org.gne.data.Schema;

/** Some of the rows. */
record ChosenRows(Samples all, int[] rows) implements Samples {

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int width() {
        return all.width();
    }

    @Override
    public Schema schema() {
        return all.schema();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        all.read(rows[row], out, offset);
    }
}
