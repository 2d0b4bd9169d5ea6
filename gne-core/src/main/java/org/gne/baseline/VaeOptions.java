package org.gne.baseline;

import org.gne.nn.Heads;

/**
 * How a variational autoencoder is trained.
 *
 * @param network its networks and their optimisation
 * @param klWeight of a row's divergence from the prior, in nats, against the sum of its squared errors over the columns, at
 *     least 0. With 1 the whole is, up to constants, the evidence bound of a Gaussian decoder of variance 1/2, and what
 *     Keras' example of a variational autoencoder minimises; with 2 that of variance 1
 */
public record VaeOptions(AutoencoderOptions network, double klWeight) {

    public VaeOptions {
        if (!(klWeight >= 0) || Double.isInfinite(klWeight)) {
            throw new IllegalArgumentException("KL weight: found " + klWeight + ", expected a number of at least 0");
        }
    }

    /** The networks of {@link AutoencoderOptions#of}, weight 1. */
    public static VaeOptions of(Heads heads) {
        return new VaeOptions(AutoencoderOptions.of(heads), 1);
    }

    public VaeOptions withNetwork(AutoencoderOptions value) {
        return new VaeOptions(value, klWeight);
    }

    public VaeOptions withKlWeight(double value) {
        return new VaeOptions(network, value);
    }
}
