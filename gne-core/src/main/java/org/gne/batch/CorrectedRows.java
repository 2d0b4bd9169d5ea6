package org.gne.batch;

import org.gne.data.Samples;
import org.gne.data.Schema;

/**
 * Counts divided by the factors of their batch.
 *
 * @param batch {@code [rows]}: the batch of each row, -1 for none
 * @param factors {@code [batches, width]}
 */
record CorrectedRows(Samples counts, int[] batch, float[] factors) implements Samples {

    @Override
    public int size() {
        return counts.size();
    }

    @Override
    public int width() {
        return counts.width();
    }

    @Override
    public Schema schema() {
        return counts.schema();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        counts.read(row, out, offset);
        if (batch[row] >= 0) {
            int from = batch[row] * width();
            for (int j = 0; j < width(); j++) {
                out[offset + j] /= factors[from + j];
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Samples: " + size() + " rows of " + width() + " values";
    }
}
