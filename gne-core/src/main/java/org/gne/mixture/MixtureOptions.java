package org.gne.mixture;

/**
 * Options of the fit of a mixture.
 *
 * @param most the largest number of components, at least 1; the Bayesian information criterion chooses the number
 * @param floor a number above 0, in squared map units, that is added to the variances, so that no component shrinks to
 *     a point or a line
 * @param tolerance expectation-maximisation ends when the mean log-likelihood of a row rises by less than this
 * @param iterations the largest number of iterations of expectation-maximisation, at least 1
 */
public record MixtureOptions(int most, double floor, double tolerance, int iterations) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
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

    /** The options for a map, with their usual tolerance and iterations. */
    static MixtureOptions of(int most, double floor) {
        return new MixtureOptions(most, floor, 3e-4, 200);
    }
}
