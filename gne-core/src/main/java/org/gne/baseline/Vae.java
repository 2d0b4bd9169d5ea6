package org.gne.baseline;

import java.util.OptionalDouble;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;

/**
 * The variational autoencoder (Kingma and Welling 2014) that GNE's paper compares with: the same residual decoder, an
 * encoder that mirrors it, and between them a Gaussian with the dimensions of the map. It is trained by the same loop
 * as GNE.
 */
public final class Vae {

    private Vae() {}

    /**
     * Fits a map. The same seed gives the same map, whatever the number of threads.
     *
     * @param samples the scaled rows, at least one
     * @param seed the seed of all random numbers
     * @param listener receives the progress, with the reconstruction loss; it can stop the training, and so does an
     *     interrupt of the calling thread
     * @return the map; its coordinates are the means of the rows' Gaussians
     * @throws IllegalArgumentException if there are no rows, values are not finite, or the loss does not fit the output
     * @throws org.gne.loop.DivergedException if the loss is not finite or grows without bound
     */
    public static EncodedMap fit(
            Samples samples, VaeOptions options, long seed, Parallel parallel, FitListener listener) {
        AutoencoderOptions network = options.network();
        int dim = network.dim();
        Autoencoder.Trained trained = Autoencoder.train(
                samples,
                network,
                2 * dim,
                () -> new GaussianCode(dim, network.heads().sources(), options.klWeight(), seed),
                seed,
                parallel,
                listener);
        double divergence = GaussianCode.divergence(trained.encoder().outputs(samples, parallel), dim);
        return trained.map(OptionalDouble.of(divergence));
    }
}
