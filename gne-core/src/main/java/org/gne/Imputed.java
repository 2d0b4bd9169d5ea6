package org.gne;

import java.util.Arrays;
import org.gne.data.Column;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.nn.Heads;
import org.gne.nn.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose missing values are filled in by a model when a row is read.
 *
 * @param likely what fills in values of tables; null if the sample at the row's coordinates does
 */
record Imputed(
        Samples rows,
        Embedding places,
        GneModel model,
        @Nullable LikelyValues likely) implements Samples {

    Imputed {
        if (rows.size() != places.size()) {
            throw new IllegalArgumentException(
                    places.size() + " points for " + rows.size() + " rows, expected as many");
        }
        if (rows.width() != model.schema().width() || places.dim() != model.dim()) {
            throw new IllegalArgumentException("rows of " + rows.width() + " values at points of dimension "
                    + places.dim() + ", expected " + model.schema().width() + " and " + model.dim()
                    + " as the model has");
        }
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int width() {
        return rows.width();
    }

    @Override
    public Schema schema() {
        return model.schema();
    }

    @Override
    public void read(int row, float[] out, int offset) {
        rows.read(row, out, offset);
        for (int j = 0; j < width(); j++) {
            if (Float.isNaN(out[offset + j])) {
                fill(row, out, offset);
                return;
            }
        }
    }

    private void fill(int row, float[] out, int offset) {
        float[] sample = likely == null ? model.generate(new float[][] {places.point(row)})[0] : likely(likely, row);
        if (schema() instanceof Schema.Columns table && !table.allNumbers()) {
            expose(out, offset, sample);
            settle(table, sample);
        }
        for (int j = 0; j < sample.length; j++) {
            out[offset + j] = Float.isNaN(out[offset + j]) ? sample[j] : out[offset + j];
        }
    }

    private float[] likely(LikelyValues values, int row) {
        float[] scaled = new float[width()];
        rows.scaled(model.scaling()).read(row, scaled, 0);
        return values.of(scaled, places.point(row));
    }

    /** Multiplies the means of counts by the exposure of the row. Counts are not scaled, so the row is as the heads see it. */
    private void expose(float[] row, int offset, float[] sample) {
        Heads heads = model.decoder().heads();
        float[] exposures = heads.exposures(1, Arrays.copyOfRange(row, offset, offset + sample.length));
        int next = 0;
        for (Stretch stretch : heads.stretches()) {
            if (stretch.usual().length > 0) {
                float exposure = exposures[next++];
                for (int j = stretch.from(); j < stretch.to(); j++) {
                    sample[j] *= exposure;
                }
            }
        }
    }

    /** Turns the decoder's numbers into categories, booleans and whole counts. */
    private static void settle(Schema.Columns table, float[] sample) {
        int at = 0;
        for (Column column : table.columns()) {
            if (column.kind() == Column.Kind.BOOLEAN) {
                sample[at] = sample[at] >= 0.5f ? 1 : 0;
            } else if (column.kind() == Column.Kind.COUNT) {
                sample[at] = (float) Math.rint(sample[at]);
            } else if (column.kind() == Column.Kind.CATEGORY) {
                int best = at;
                for (int j = at; j < at + column.width(); j++) {
                    best = sample[j] > sample[best] ? j : best;
                }
                for (int j = at; j < at + column.width(); j++) {
                    sample[j] = j == best ? 1 : 0;
                }
            }
            at += column.width();
        }
    }
}
