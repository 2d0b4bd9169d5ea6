package org.gne.nn;

/** The negative binomial distribution of a mean and a dispersion r, {@code variance = mean + mean^2 / r}. */
final class NegativeBinomial {

    /** Counts are looked through up to so many; beyond them the mean is said. */
    private static final int MOST = 100_000;

    private NegativeBinomial() {}

    /**
     * The least count whose distribution function is above a probability: probabilities one after another by
     * {@code p(x + 1) = p(x) (x + r) / (x + 1) mean / (mean + r)}.
     *
     * @param probability 0 to below 1
     */
    static float quantile(double probability, double mean, double r) {
        double share = mean / (mean + r);
        double each = StrictMath.exp(r * StrictMath.log1p(-share));
        double below = each;
        int x = 0;
        while (below <= probability && x < MOST) {
            each *= (x + r) / (x + 1) * share;
            x++;
            if (each < 1e-300 && x > mean) {
                break;
            }
            below += each;
        }
        return x < MOST ? x : (float) mean;
    }
}
