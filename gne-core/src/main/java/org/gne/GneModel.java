package org.gne;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.nn.ResidualMlp;
import org.gne.quality.ReconstructionError;
import org.gne.train.Placed;
import org.gne.train.Placement;
import org.gne.train.PlacementOptions;

/**
 * A map that can be read in both directions.
 *
 * @param embedding one point per row of the data: {@code [rows, dim]}
 * @param decoder what the data looks like at any point, in scaled units
 * @param scaling between the data's units and the decoder's
 * @param schema what a row is
 * @param record how the model came about
 */
public record GneModel(Embedding embedding, ResidualMlp decoder, Scaling scaling, Schema schema, FitRecord record) {

    public GneModel {
        if (embedding.dim() != decoder.shape().in()) {
            throw new IllegalArgumentException("a map of dimension " + embedding.dim() + " for a decoder of "
                    + decoder.shape().in());
        }
        if (schema.width() != decoder.shape().out()) {
            throw new IllegalArgumentException("rows of " + schema.width() + " values for a decoder of "
                    + decoder.shape().out());
        }
    }

    /** Dimensions of the map. */
    public int dim() {
        return embedding.dim();
    }

    /**
     * What the data looks like at some places.
     *
     * @param places {@code [n][dim]}, in the units of the map
     * @return {@code [n][width]}, in the units of the data
     * @throws IllegalArgumentException if a place has another dimension than the map
     */
    public float[][] generate(float[][] places) {
        float[][] samples = decoder.decode(places);
        for (float[] sample : samples) {
            scaling.undo(sample, 0, sample.length);
        }
        return samples;
    }

    /**
     * What the data looks like all over a 2-D map, at {@link #gridPlaces}.
     *
     * @param n samples across and down, at least 1
     * @return {@code [n * n][width]}, in the units of the data
     * @throws IllegalArgumentException if the map has not 2 dimensions
     */
    public float[][] generateGrid(int n) {
        return generate(gridPlaces(n));
    }

    /**
     * The centres of n x n cells over the map, by {@link MapRange#gridPlaces}.
     *
     * @return {@code [n * n][2]}
     * @throws IllegalArgumentException if the map has not 2 dimensions
     */
    public float[][] gridPlaces(int n) {
        return MapRange.gridPlaces(embedding, n);
    }

    /** Where the rows lie along an axis: all but the outermost 0.1 % at either end. */
    public MapRange range(int axis) {
        return MapRange.of(embedding, axis);
    }

    /**
     * How badly each row is explained by its place.
     *
     * @param samples the rows the model was trained on, in the units of the data
     * @return {@code [rows]}: mean squared error over the columns, in scaled units
     */
    public float[] reconstructionErrors(Samples samples, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return ReconstructionError.perRow(samples.scaled(scaling), embedding, decoder, parallel);
        }
    }

    /**
     * Finds places for rows that the model was not trained on, with {@link PlacementOptions#defaults}.
     *
     * @see #place(Samples, PlacementOptions, int, IntConsumer)
     */
    public Placed place(Samples rows, int threads) {
        return place(rows, PlacementOptions.defaults(), threads, done -> {});
    }

    /**
     * Finds places for rows that the model was not trained on: where the decoder explains them best. Map and decoder stay
     * as they are. A row's place is the same, bit for bit, alone and among any others, for any number of threads.
     *
     * @param rows in the units of the data, as wide as the model's; NaN where a value is missing: it takes no part, and
     *     {@link #impute} fills it in. A row of which nothing is known goes to the centre of the map
     * @param listener told how many rows are done, on the calling thread
     * @return places and errors, held against the training rows' errors ({@link FitRecord#explainedError})
     * @throws IllegalArgumentException if rows have another width than the model's, or a value is infinite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Placed place(Samples rows, PlacementOptions options, int threads, IntConsumer listener) {
        try (Parallel parallel = new Parallel(threads)) {
            return new Placement(decoder, embedding, options, parallel)
                    .place(rows.scaled(scaling), parallel, listener)
                    .withExplainedError(record.explainedError());
        }
    }

    /**
     * Fills in what is missing in rows: with what the decoder says at their places. Known values stay as they are. A
     * missing category becomes the one that the decoder gives the highest number, a missing truth value the nearer of 0
     * and 1.
     *
     * @param rows in the units of the data, as wide as the model's; NaN where a value is missing
     * @param places one per row, from {@link #place}, or {@link #embedding} for the rows of the training
     * @return the same rows without gaps, read through to the ones given
     * @throws IllegalArgumentException if rows and places differ in number, or rows or places do not fit the model
     */
    public Samples impute(Samples rows, Embedding places) {
        return new Imputed(rows, places, this);
    }

    /** Writes the model as safetensors: either the whole file appears or nothing does. */
    public void save(Path file) throws IOException {
        ModelFile.write(this, file);
    }

    /**
     * Reads a model.
     *
     * @throws IOException if the file can not be read or is no model; the message names file, place, found and expected
     */
    public static GneModel load(Path file) throws IOException {
        return ModelFile.read(file);
    }
}
