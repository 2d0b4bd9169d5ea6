package org.gne.mixture;

import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * Fits a Gaussian mixture to points by expectation-maximisation (Dempster, Laird and Rubin 1977; full covariances, as
 * in Bishop 2006, section 9.2.2), starting from k-means. The number of components is the one with the lowest Bayesian
 * information criterion (Schwarz 1978). Sums are taken over chunks of fixed size in a fixed order, so the bits do not
 * depend on the number of threads.
 *
 * @param mixture the fitted mixture
 * @param logLikelihood the mean log-likelihood of the points
 * @param iterations the number of iterations of expectation-maximisation
 * @hidden internal
 */
public record MixtureFit(GaussianMixture mixture, double logLikelihood, int iterations) {

    private static final int CHUNK = 256;

    /** More components are tried until this many numbers of components in a row did not lower the criterion. */
    private static final int PATIENCE = 5;

    /** On average, a component must have this many points per coordinate of its mean. */
    private static final int POINTS = 5;

    /**
     * Fits the number of components with the lowest criterion.
     *
     * @param points {@code [n, dim]}, n at least 1, finite
     */
    public static MixtureFit best(
            double[] points, int dim, MixtureOptions options, CounterRandom random, Parallel parallel) {
        int n = points.length / dim;
        int most = Math.max(1, Math.min(options.most(), n / (POINTS * (dim + 1))));
        MixtureFit best = of(points, dim, 1, options, random.at(1), parallel);
        int chosen = 1;
        for (int components = 2; components <= most && components - chosen <= PATIENCE; components++) {
            MixtureFit next = of(points, dim, components, options, random.at(components), parallel);
            if (next.criterion(n) < best.criterion(n)) {
                best = next;
                chosen = components;
            }
        }
        return best;
    }

    /**
     * Fits a given number of components.
     *
     * @param points {@code [n, dim]}, n at least 1, finite
     * @param components at least 1
     */
    public static MixtureFit of(
            double[] points, int dim, int components, MixtureOptions options, CounterRandom random, Parallel parallel) {
        int n = points.length / dim;
        if (n < 1 || points.length % dim != 0) {
            throw new IllegalArgumentException(points.length + " coordinates are no points of dimension " + dim);
        }
        GaussianMixture mixture = start(points, dim, components, options, random);
        double before = Double.NEGATIVE_INFINITY;
        for (int iteration = 1; ; iteration++) {
            Step step = step(points, dim, mixture, parallel);
            double likelihood = step.logLikelihood() / n;
            if (likelihood - before < options.tolerance() || iteration > options.iterations()) {
                return new MixtureFit(mixture, likelihood, iteration - 1);
            }
            before = likelihood;
            mixture = step.moments().mixture(options.floor());
        }
    }

    /** The Bayesian information criterion for n points; lower is better. */
    public double criterion(int n) {
        int dim = mixture.dim();
        double parameters = mixture.components() * (1 + dim + dim * (dim + 1) / 2.0) - 1;
        return -2 * n * logLikelihood + parameters * StrictMath.log(n);
    }

    private static GaussianMixture start(
            double[] points, int dim, int components, MixtureOptions options, CounterRandom random) {
        int[] groups = KMeans.groups(points, dim, components, random);
        double[] origins = new double[components * dim];
        for (int i = 0; i < groups.length; i++) {
            System.arraycopy(points, i * dim, origins, groups[i] * dim, dim);
        }
        Moments moments = new Moments(components, dim, origins);
        double[] point = new double[dim];
        for (int i = 0; i < groups.length; i++) {
            System.arraycopy(points, i * dim, point, 0, dim);
            moments.add(groups[i], 1, point);
        }
        return moments.mixture(options.floor());
    }

    /** The log-likelihood of the points for a mixture, and the moments of the next mixture. */
    private record Step(double logLikelihood, Moments moments) {}

    private static Step step(double[] points, int dim, GaussianMixture mixture, Parallel parallel) {
        int n = points.length / dim;
        int components = mixture.components();
        double[] origins = mixture.means();
        int chunks = (n + CHUNK - 1) / CHUNK;
        Step[] parts = new Step[chunks];
        parallel.run(chunks, (chunk, worker) -> {
            Moments moments = new Moments(components, dim, origins);
            double[] point = new double[dim];
            double[] shares = new double[components];
            double sum = 0;
            for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                System.arraycopy(points, i * dim, point, 0, dim);
                mixture.logJoint(point, shares);
                sum += GaussianMixture.toShares(shares);
                for (int k = 0; k < components; k++) {
                    if (shares[k] > 0) {
                        moments.add(k, shares[k], point);
                    }
                }
            }
            parts[chunk] = new Step(sum, moments);
        });
        double likelihood = 0;
        Moments moments = new Moments(components, dim, origins);
        for (Step part : parts) {
            likelihood += part.logLikelihood();
            moments.add(part.moments());
        }
        return new Step(likelihood, moments);
    }
}
