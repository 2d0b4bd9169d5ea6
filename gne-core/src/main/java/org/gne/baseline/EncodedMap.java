package org.gne.baseline;

import java.util.OptionalDouble;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;

/**
 * A map with an encoder and a decoder: what {@link Vae}, {@link Autoencoder} and {@link Pca} leave. All rows are in the
 * units of the scaled data.
 *
 * @param embedding one point per row, without noise: {@code [rows, dim]}
 * @param encoder places new rows on this map
 * @param decoder what the data looks like at any place
 * @param losses {@code [epochs done]}: mean reconstruction loss of each epoch over rows and columns, noise on; empty
 *     where there are no epochs
 * @param trainingLoss the last of them; without epochs the mean squared error of the rows; NaN if an epoch was wanted and
 *     none was completed
 * @param divergence mean divergence of a row's Gaussian from the prior (Kullback and Leibler), in nats, where codes are
 *     Gaussian
 * @param seconds time of the training
 * @param operations floating-point operations of the matrix products of the epochs
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

    /** Epochs done. */
    public int epochs() {
        return losses.length;
    }

    /**
     * Places new rows on the map, by {@link Encoder#encode}.
     *
     * @return {@code [rows, dim]}
     */
    public Embedding encode(Samples samples, Parallel parallel) {
        return encoder.encode(samples, parallel);
    }

    /**
     * What the data looks like at some places.
     *
     * @param places {@code [n][dim]}
     * @return {@code [n][width]}, in scaled units
     */
    public float[][] generate(float[][] places) {
        return decoder.decode(places);
    }

    /**
     * What the data looks like all over a 2-D map, at {@link MapRange#gridPlaces}.
     *
     * @param n samples across and down
     * @return {@code [n * n][width]}, in scaled units
     */
    public float[][] generateGrid(int n) {
        return generate(MapRange.gridPlaces(embedding, n));
    }
}
