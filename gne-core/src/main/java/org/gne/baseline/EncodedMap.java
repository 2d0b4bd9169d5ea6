package org.gne.baseline;

import java.util.OptionalDouble;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;

/**
 * A map with an encoder and a decoder: the result of {@link Vae}, {@link Autoencoder} and {@link Pca}. All rows are in
 * scaled units.
 *
 * @param embedding the coordinates of the rows, without noise: {@code [rows, dim]}
 * @param encoder places new rows on this map
 * @param decoder generates a sample at any point of the map
 * @param losses {@code [finished epochs]}: the mean reconstruction loss of each epoch over rows and columns, with
 *     noise; empty if the method has no epochs
 * @param trainingLoss the last loss; for a method without epochs, the mean squared error of the rows; NaN if no epoch
 *     was finished
 * @param divergence for Gaussian codes, the mean Kullback-Leibler divergence of a row's Gaussian from the prior, in
 *     nats
 * @param seconds the time of the training
 * @param operations the floating-point operations of the matrix products in all epochs
 */
public record EncodedMap(
        Embedding embedding,
        Encoder encoder,
        Decoder decoder,
        double[] losses,
        double trainingLoss,
        OptionalDouble divergence,
        double seconds,
        double operations) {

    /** The number of finished epochs. */
    public int epochs() {
        return losses.length;
    }

    /**
     * Places new rows on the map with {@link Encoder#encode}.
     *
     * @return {@code [rows, dim]}
     */
    public Embedding encode(Samples samples, Parallel parallel) {
        return encoder.encode(samples, parallel);
    }

    /**
     * Generates samples at some points of the map.
     *
     * @param places coordinates {@code [n][dim]}
     * @return {@code [n][width]}, in scaled units
     */
    public float[][] generate(float[][] places) {
        return decoder.decode(places);
    }

    /**
     * Generates samples on a grid over a 2-D map, at {@link MapRange#gridPlaces}.
     *
     * @param n the number of samples per line and per column
     * @return {@code [n * n][width]}, in scaled units
     */
    public float[][] grid(int n) {
        return generate(MapRange.gridPlaces(embedding, n));
    }
}
