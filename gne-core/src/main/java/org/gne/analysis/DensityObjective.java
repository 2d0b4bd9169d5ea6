package org.gne.analysis;

import org.gne.mixture.GaussianMixture;

/**
 * The log density of a mixture. For the components of one class, this is the logarithm of the probability of the class
 * times the density of all rows.
 *
 * @param mixture a mixture over the map
 */
public record DensityObjective(GaussianMixture mixture) implements Objective {

    @Override
    public void evaluate(float[][] places, double[] values, double[][] gradients) {
        double[] place = new double[mixture.dim()];
        for (int i = 0; i < places.length; i++) {
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] = places[i][axis];
            }
            values[i] = mixture.gradient(place, gradients[i]);
        }
    }
}
