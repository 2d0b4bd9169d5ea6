package org.gne.nn;

import org.gne.kernel.CounterRandom;

/** The negative binomial distribution with a mean and a dispersion r, {@code variance = mean + mean^2 / r}. */
final class NegativeBinomial {

    /** The largest count of the search; beyond it the mean is returned. */
    private static final int MOST = 100_000;

    /** Probabilities below this are treated as 0. */
    private static final double LEAST = 1e-290;

    private NegativeBinomial() {}

    /**
     * Draws a count.
     *
     * @param counter the counter of the random number
     */
    static float draw(double mean, double r, CounterRandom random, long counter) {
        double zero = StrictMath.exp(-r * StrictMath.log1p(mean / r));
        return zero < LEAST ? far(random.gaussian(counter), mean, r) : quantile(random.uniform(counter), mean, r, zero);
    }

    /**
     * The smallest count whose distribution function is above a probability. Probabilities are computed one after
     * another by {@code p(x + 1) = p(x) (x + r) / (x + 1) mean / (mean + r)}.
     *
     * @param probability 0 to below 1
     * @param zero the probability of 0
     */
    private static float quantile(double probability, double mean, double r, double zero) {
        double share = mean / (mean + r);
        double each = zero;
        double below = each;
        int x = 0;
        while (below <= probability && x < MOST) {
            each *= (x + r) / (x + 1) * share;
            x++;
            if (each < LEAST && x > mean) {
                break;
            }
            below += each;
        }
        return x < MOST ? x : (float) mean;
    }

    /**
     * The count at a quantile z of the normal distribution, from variance, skewness and kurtosis (Cornish and Fisher
     * 1938). It is used when the probability of 0 is practically 0: the mean is then several hundred and the
     * distribution narrow, and the error is below a hundredth of the standard deviation.
     */
    private static float far(double z, double mean, double r) {
        double deviation = Math.sqrt(mean + mean * mean / r);
        double skewness = (1 + 2 * mean / r) / deviation;
        double kurtosis = 6 / r + 1 / (deviation * deviation);
        double shift = (z * z - 1) * skewness / 6
                + (z * z - 3) * z * kurtosis / 24
                - (2 * z * z - 5) * z * skewness * skewness / 36;
        return (float) Math.max(0, Math.rint(mean + deviation * (z + shift)));
    }
}
