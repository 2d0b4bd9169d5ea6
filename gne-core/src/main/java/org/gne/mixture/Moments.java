package org.gne.mixture;

import java.util.Arrays;

/**
 * Sums over points, from which the next parameters of a mixture are computed. Deviations are taken from fixed points
 * near the means, so that few digits cancel.
 */
final class Moments {

    private final int dim;
    private final double[] origins;
    private final double[] counts;
    private final double[] first;
    private final double[] second;

    /**
     * @param origins {@code [components, dim]}: the points that deviations are taken from, near the next means
     */
    Moments(int components, int dim, double[] origins) {
        this.dim = dim;
        this.origins = origins;
        counts = new double[components];
        first = new double[components * dim];
        second = new double[components * dim * dim];
    }

    /** Adds a point to a component, weighted by its share. */
    void add(int k, double share, double[] point) {
        counts[k] += share;
        for (int i = 0; i < dim; i++) {
            double deviation = point[i] - origins[k * dim + i];
            first[k * dim + i] += share * deviation;
            for (int j = 0; j <= i; j++) {
                second[(k * dim + i) * dim + j] += share * deviation * (point[j] - origins[k * dim + j]);
            }
        }
    }

    void add(Moments other) {
        add(other.counts, counts);
        add(other.first, first);
        add(other.second, second);
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** The mixture of these moments; {@code floor} is added to the variances. */
    GaussianMixture mixture(double floor) {
        double all = Arrays.stream(counts).sum();
        double[] weights = new double[counts.length];
        double[] means = new double[first.length];
        double[] covariances = new double[second.length];
        for (int k = 0; k < counts.length; k++) {
            // A component that has lost all its points keeps its mean, with almost no weight.
            double count = counts[k] + 1e-12;
            weights[k] = count / all;
            for (int i = 0; i < dim; i++) {
                double shift = first[k * dim + i] / count;
                means[k * dim + i] = origins[k * dim + i] + shift;
                for (int j = 0; j <= i; j++) {
                    double covariance = second[(k * dim + i) * dim + j] / count - shift * first[k * dim + j] / count;
                    covariance = i == j ? Math.max(0, covariance) + floor : covariance;
                    covariances[(k * dim + i) * dim + j] = covariance;
                    covariances[(k * dim + j) * dim + i] = covariance;
                }
            }
        }
        return new GaussianMixture(dim, weights, means, covariances);
    }
}
