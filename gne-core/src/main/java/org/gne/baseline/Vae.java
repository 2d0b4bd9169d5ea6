package org.gne.baseline;

import java.util.OptionalDouble;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;

/**
 * Variational autoencoder (Kingma and Welling 2014) of the size that GNE's paper compares with: the same residual decoder,
 * an encoder that mirrors it, a Gaussian of as many dimensions as the map between the two. Trained by the same loop as GNE.
 */
public final class Vae {

    private Vae() {}

    /**
     * Learns a map. One seed gives one map, whatever the number of threads.
     *
     * @param samples rows as scaled, at least one
     * @param seed of everything random
     * @param listener told of progress, the loss being that of the reconstruction; may stop the training, as may
     *     interrupting the calling thread
     * @return places are the means of the rows' Gaussians
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
