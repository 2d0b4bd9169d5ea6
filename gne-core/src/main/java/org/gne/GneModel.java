package org.gne;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.nn.ResidualMlp;
import org.gne.quality.ReconstructionError;

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
