package org.gne.neighbor;

import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/**
 * Finds, for one row, the width of the Gaussian at which the distribution over its neighbours has a given perplexity,
 * by bisection (van der Maaten and Hinton 2008, section 2). Used by one thread.
 *
 * @hidden internal
 */
public final class Perplexity {

    private static final double TOLERANCE = 1e-5;

    private static final int STEPS = 60;

    private final Kernel kernel = Kernels.active();
    private final double entropy;
    private final int k;
    private final float[] weights;

    /**
     * @param perplexity the effective number of neighbours
     * @param k the number of neighbours of a row, at least 1
     */
    public Perplexity(double perplexity, int k) {
        this.k = k;
        entropy = StrictMath.log(perplexity);
        weights = new float[k];
    }

    /**
     * Computes the distribution {@code p_j|i}; its sum is 1. If all distances are equal, no width gives the perplexity;
     * then all neighbours get the same probability.
     *
     * @param distances k squared distances from {@code d0} on, ascending
     * @param out receives k probabilities from {@code o0} on
     */
    public void conditional(float[] distances, int d0, float[] out, int o0) {
        float nearest = distances[d0];
        double mean = 0;
        for (int j = 0; j < k; j++) {
            mean += distances[d0 + j] - nearest;
        }
        mean /= k;
        double precision = mean > 0 ? 1 / mean : 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double sum = k;
        for (int step = 0; step < STEPS; step++) {
            for (int j = 0; j < k; j++) {
                weights[j] = (float) (-precision * (distances[d0 + j] - nearest));
            }
            kernel.exp(k, weights, 0);
            sum = 0;
            double weighted = 0;
            for (int j = 0; j < k; j++) {
                sum += weights[j];
                weighted += (double) weights[j] * (distances[d0 + j] - nearest);
            }
            double excess = StrictMath.log(sum) + precision * weighted / sum - entropy;
            if (Math.abs(excess) < TOLERANCE || mean == 0) {
                break;
            }
            if (excess > 0) {
                low = precision;
                precision = high == Double.POSITIVE_INFINITY ? 2 * precision : (low + high) / 2;
            } else {
                high = precision;
                precision = (low + high) / 2;
            }
        }
        for (int j = 0; j < k; j++) {
            out[o0 + j] = (float) (weights[j] / sum);
        }
    }
}
