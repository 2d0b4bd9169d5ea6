package org.gne.mixture;

import java.util.Arrays;
import org.gne.kernel.CounterRandom;

/** A sum of Gaussians with full covariances. Immutable; arrays are copied. */
public final class GaussianMixture {

    private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

    /** A term that is smaller than the largest term by {@code exp} of this does not change the sum. */
    private static final double NEGLIGIBLE = 40;

    private final int dim;
    private final double[] weights;
    private final double[] means;
    private final double[] covariances;
    private final CovarianceFactor[] spread;
    /** The log of the weight plus the log of the constant of the normal density. */
    private final double[] constants;

    /**
     * @param dim the number of coordinates of a point
     * @param weights {@code [components]}: at least 0, with a sum of about 1
     * @param means {@code [components, dim]}
     * @param covariances {@code [components, dim, dim]}
     * @throws IllegalArgumentException if sizes do not match, a value is not finite or a covariance is not positive
     *     definite
     */
    public GaussianMixture(int dim, double[] weights, double[] means, double[] covariances) {
        int components = weights.length;
        if (dim < 1 || components < 1 || means.length != components * dim || covariances.length != means.length * dim) {
            throw new IllegalArgumentException("mixture of dimension " + dim + ": " + components + " weights, "
                    + means.length + " coordinates of means and " + covariances.length + " of covariances do not fit");
        }
        if (!Arrays.stream(weights).allMatch(weight -> weight >= 0 && weight <= 2)
                || !(Arrays.stream(weights).sum() > 0)
                || !Arrays.stream(means).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("mixture: weights or means out of range");
        }
        this.dim = dim;
        this.weights = weights.clone();
        this.means = means.clone();
        this.covariances = covariances.clone();
        spread = new CovarianceFactor[components];
        constants = new double[components];
        for (int k = 0; k < components; k++) {
            spread[k] = CovarianceFactor.of(covariances, k * dim * dim, dim);
            double constant = StrictMath.log(weights[k]) - dim * LOG_2_PI / 2;
            for (int i = 0; i < dim; i++) {
                constant -= StrictMath.log(spread[k].factor()[i * dim + i]);
            }
            constants[k] = constant;
        }
    }

    /** The number of coordinates of a point. */
    public int dim() {
        return dim;
    }

    /** The number of Gaussians. */
    public int components() {
        return weights.length;
    }

    /** A copy of the weights: {@code [components]}. */
    public double[] weights() {
        return weights.clone();
    }

    /** A copy of the means: {@code [components, dim]}. */
    public double[] means() {
        return means.clone();
    }

    /** A copy of the covariances: {@code [components, dim, dim]}. */
    public double[] covariances() {
        return covariances.clone();
    }

    /** The natural logarithm of the density at a point, per map unit to the power of {@code dim}. */
    public double logDensity(double[] place) {
        double[] joint = new double[components()];
        logJoint(place, joint);
        return logSum(joint);
    }

    /** The share of each component in the density at a point: {@code [components]}, with a sum of 1. */
    public double[] responsibilities(double[] place) {
        double[] joint = new double[components()];
        logJoint(place, joint);
        toShares(joint);
        return joint;
    }

    /** Log of weight x density of each component. */
    void logJoint(double[] place, double[] out) {
        for (int k = 0; k < out.length; k++) {
            double[] inverse = spread[k].inverse();
            double square = 0;
            for (int i = 0; i < dim; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += inverse[i * dim + j] * (place[j] - means[k * dim + j]);
                }
                square += sum * sum;
            }
            out[k] = constants[k] - square / 2;
        }
    }

    /** Replaces logarithms by shares; returns the logarithm of the sum. */
    static double toShares(double[] joint) {
        double largest = largest(joint);
        double sum = 0;
        for (int k = 0; k < joint.length; k++) {
            double below = joint[k] - largest;
            joint[k] = below < -NEGLIGIBLE ? 0 : StrictMath.exp(below);
            sum += joint[k];
        }
        for (int k = 0; k < joint.length; k++) {
            joint[k] /= sum;
        }
        return largest == Double.NEGATIVE_INFINITY ? largest : largest + StrictMath.log(sum);
    }

    /** Log of the sum of exponentials. */
    static double logSum(double[] logs) {
        double largest = largest(logs);
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double log : logs) {
            sum += log - largest < -NEGLIGIBLE ? 0 : StrictMath.exp(log - largest);
        }
        return largest + StrictMath.log(sum);
    }

    private static double largest(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        return largest;
    }

    /**
     * Computes the gradient of the log density at a point.
     *
     * @param gradient {@code [dim]}, overwritten
     * @return the log density
     */
    public double gradient(double[] place, double[] gradient) {
        double[] shares = new double[components()];
        logJoint(place, shares);
        double total = toShares(shares);
        Arrays.fill(gradient, 0);
        for (int k = 0; k < shares.length; k++) {
            double[] inverse = spread[k].inverse();
            for (int i = 0; i < dim && shares[k] > 0; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += inverse[i * dim + j] * (place[j] - means[k * dim + j]);
                }
                for (int j = 0; j <= i; j++) {
                    gradient[j] -= shares[k] * inverse[i * dim + j] * sum;
                }
            }
        }
        return total;
    }

    /**
     * Draws a random point.
     *
     * @param random a stream of random numbers for this draw only
     * @hidden internal
     */
    public float[] sample(CounterRandom random) {
        double left = random.uniform(0) * Arrays.stream(weights).sum();
        int k = 0;
        while (k + 1 < weights.length && left >= weights[k]) {
            left -= weights[k++];
        }
        double[] factor = spread[k].factor();
        float[] place = new float[dim];
        for (int i = 0; i < dim; i++) {
            double sum = means[k * dim + i];
            for (int j = 0; j <= i; j++) {
                sum += factor[i * dim + j] * random.gaussian(1 + j);
            }
            place[i] = (float) sum;
        }
        return place;
    }
}
