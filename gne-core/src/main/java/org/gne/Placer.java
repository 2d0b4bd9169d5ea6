package org.gne;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.nn.Workspace;
import org.gne.place.Placed;
import org.gne.place.Placement;
import org.gne.place.PlacementOptions;

/**
 * Places new rows on a finished map, again and again: it decodes the map once, when it is made ({@link GneModel#placer}), and
 * then a single row costs little more than its share of a large batch. A server makes one placer and keeps it.
 *
 * <p>Several threads may use it at once. The coordinates of a row depend on the row and the model only, bit for bit: not on the
 * other rows, the threads, or the method that was called.
 *
 * <pre>{@code
 * Placer placer = model.placer();
 * float[] place = placer.place(row);
 * }</pre>
 */
public final class Placer {

    private final Placement placement;
    private final Scaling scaling;
    private final Schema schema;
    private final int dim;
    private final double explainedError;
    private final int threads;

    Placer(GneModel model, PlacementOptions options, int threads) {
        scaling = model.scaling();
        schema = model.schema();
        dim = model.dim();
        explainedError = model.record().explainedError();
        this.threads = threads;
        try (Parallel parallel = new Parallel(threads)) {
            placement = new Placement(model.decoder(), model.embedding(), options, model.awayWeight(), parallel);
        }
    }

    /** The number of values of a row. */
    public int width() {
        return schema.width();
    }

    /** The number of coordinates of a place. */
    public int dim() {
        return dim;
    }

    /** The largest error of a row that the map explains; NaN if it is not known. */
    public double explainedError() {
        return explainedError;
    }

    /**
     * Places one row.
     *
     * @param row {@code [width]}, in the units of the data; NaN for a missing value
     * @return {@code [dim]}: its coordinates; the centre of the map for a row without known values
     * @throws IllegalArgumentException if the row has another width, or a value is infinite
     */
    public float[] place(float[] row) {
        float[] place = new float[dim];
        place(row, place);
        return place;
    }

    /**
     * Places one row, and says how well the map reconstructs it.
     *
     * @param row {@code [width]}, in the units of the data; NaN for a missing value. It does not change
     * @param place {@code [dim]}, receives the coordinates
     * @return the error, as of {@link Placed#errors}: the map explains the row if it is at most {@link #explainedError}; NaN
     *     for a row without known values
     * @throws IllegalArgumentException if the row has another width or the place another dimension, or a value is infinite
     */
    public float place(float[] row, float[] place) {
        if (row.length != schema.width()) {
            throw new IllegalArgumentException(
                    "a row of " + row.length + " values, expected " + schema.width() + " as the model has");
        }
        for (int j = 0; j < row.length; j++) {
            if (Float.isInfinite(row[j])) {
                // Names the column.
                Samples.ofFloats(row, schema).requireNoInfinity();
            }
        }
        return placement.place(row, scaling, place);
    }

    /**
     * Places rows, on all threads.
     *
     * @param rows {@code [n][width]}, in the units of the data; NaN for a missing value
     * @throws IllegalArgumentException if there are no rows, rows have another width than the model, or a value is infinite
     */
    public Placed place(float[][] rows) {
        return place(Samples.of(rows));
    }

    /**
     * Places rows, on all threads.
     *
     * @see #place(Samples, int, IntConsumer)
     */
    public Placed place(Samples rows) {
        return place(rows, threads, done -> {});
    }

    /**
     * Places rows.
     *
     * @param rows rows in the units of the data, with the model's width; NaN for a missing value
     * @param workers the number of threads, at least 1; few rows are placed by the calling thread alone
     * @param listener receives the number of finished rows, on the calling thread
     * @return coordinates and errors, with the limit of the error from the training rows
     * @throws IllegalArgumentException if the rows have another width than the model, or a value is infinite
     * @throws CancellationException if the calling thread is interrupted
     */
    public Placed place(Samples rows, int workers, IntConsumer listener) {
        int tiles = (int) Math.max(1, (rows.size() + Workspace.TILE - 1L) / Workspace.TILE);
        try (Parallel parallel = new Parallel(Math.min(workers, tiles))) {
            return placement.place(rows.scaled(scaling), parallel, listener).withExplainedError(explainedError);
        }
    }

    /** What it places, and where. */
    @Override
    public String toString() {
        return "Placer of rows of " + schema.width() + " values on a map of dimension " + dim;
    }
}
