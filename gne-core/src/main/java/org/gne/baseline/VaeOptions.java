package org.gne.baseline;

import org.gne.nn.Heads;

/**
 * Options of a variational autoencoder.
 *
 * @param network the networks and their optimisation
 * @param klWeight the weight of a row's divergence from the prior, in nats, relative to the sum of its squared errors
 *     over the columns; at least 0. With 1 the loss is, up to constants, the evidence bound of a Gaussian decoder of
 *     variance 1/2, which is also the loss of Keras' example; with 2 it is that of variance 1
 */
public record VaeOptions(AutoencoderOptions network, double klWeight) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    public VaeOptions {
        if (!(klWeight >= 0) || Double.isInfinite(klWeight)) {
            throw new IllegalArgumentException("KL weight: found " + klWeight + ", expected a number of at least 0");
        }
    }

    /** The networks of {@link AutoencoderOptions#of}, weight 1. */
    public static VaeOptions of(Heads heads) {
        return new VaeOptions(AutoencoderOptions.of(heads), 1);
    }

    /** The same options with other networks. */
    public VaeOptions withNetwork(AutoencoderOptions value) {
        return new VaeOptions(value, klWeight);
    }

    /** The same options with another weight of the divergence from the prior, at least 0. */
    public VaeOptions withKlWeight(double value) {
        return new VaeOptions(network, value);
    }
}
