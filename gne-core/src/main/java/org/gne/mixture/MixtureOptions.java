package org.gne.mixture;

/**
 * How a mixture is fitted.
 *
 * @param most components at most, at least 1; how many there are is chosen by the Bayesian information criterion
 * @param floor added to the variances, above 0, in squared units of the map: no component shrinks to a point or a line
 * @param tolerance expectation-maximisation ends when the mean log-likelihood of a row rises by less
 * @param iterations of expectation-maximisation at most, at least 1
 */
public record MixtureOptions(int most, double floor, double tolerance, int iterations) {

    public MixtureOptions {
        if (most < 1 || iterations < 1) {
            throw new IllegalArgumentException("mixture of up to " + most + " components in " + iterations
                    + " iterations, expected at least 1 of each");
        }
        if (!(floor > 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException("mixture with a floor of " + floor + " and a tolerance of " + tolerance
                    + ", expected a floor above 0 and a tolerance of at least 0");
        }
    }

    /** The tolerance and iterations that suit a map. */
    static MixtureOptions of(int most, double floor) {
        return new MixtureOptions(most, floor, 3e-4, 200);
    }
}
