package org.gne.nn;

import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Logarithm;

/**
 * Counts, for example of molecules or words. The mean is the exponential of the logit, times the exposure of the row.
 * The likelihood is that of a negative binomial distribution with this mean and the column's dispersion r, {@code
 * variance = mean + mean^2 / r} (Hilbe 2011, section 8.2). For large r it is that of a Poisson distribution. The
 * exposure of a row is its total divided by the usual total ({@link Stretch#usual}); the outputs of a network are the
 * means of a row of exposure 1.
 */
final class CountHead implements Head {

    /** The lowest mean. */
    private static final float LEAST = 1e-7f;

    @Override
    public String key() {
        return "count";
    }

    /**
     * The total of the known columns of a row, divided by the usual total of these columns. It is 1 if the total is 0,
     * or if there is only one column: its count would be the whole total, and nothing would be left to learn.
     */
    static float exposure(Stretch stretch, float[] row, int r0) {
        if (stretch.width() == 1) {
            return 1;
        }
        double total = 0;
        double usual = 0;
        for (int j = 0; j < stretch.width(); j++) {
            if (!Float.isNaN(row[r0 + j])) {
                total += row[r0 + j];
                usual += stretch.usual()[j];
            }
        }
        return total > 0 && usual > 0 ? (float) (total / usual) : 1;
    }

    @Override
    public void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow) {
        for (int i = 0; i < rows; i++) {
            kernel.exp(stretch.width(), z, z0 + i * zRow);
        }
    }

    @Override
    public void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0) {
        for (int j = 0; j < stretch.width(); j++) {
            slope[s0 + j] *= mean[m0 + j];
        }
    }

    @Override
    public void gradient(Kernel kernel, Stretch stretch, HeadBlock block, float scale, float[] sums) {
        float[] z = block.z();
        for (int i = 0; i < block.rows(); i++) {
            int at = block.z(i);
            int t = block.t(i);
            float exposure = block.exposure()[block.e0() + i];
            kernel.exp(block.columns(), z, at);
            for (int j = 0; j < block.columns(); j++) {
                int column = block.first() - stretch.from() + j;
                float x = block.target()[t + j];
                float mean = Math.max(LEAST, exposure * z[at + j]);
                float r = stretch.dispersion()[column];
                sums[block.first() + j] += (float) loss(x, mean, r);
                z[at + j] = scale * stretch.weight(column) * (r * (mean - x) / (mean + r));
            }
        }
    }

    /**
     * Half the deviance: the logarithm of the likelihood at mean = x, minus that at the mean (Hilbe 2011, table 8.1). 0 is
     * the best, for every x.
     */
    private static double loss(double x, double mean, double r) {
        return x > 0
                ? x * Logarithm.of(x / mean) + (x + r) * Logarithm.onePlus((mean - x) / (x + r))
                : r * Logarithm.onePlus(mean / r);
    }

    @Override
    public float cost(Kernel kernel, Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] scratch) {
        float exposure = exposure(stretch, row, r0);
        double sum = 0;
        for (int j = 0; j < stretch.width(); j++) {
            float x = row[r0 + j];
            if (!Float.isNaN(x)) {
                sum += stretch.weight(j) * loss(x, Math.max(LEAST, exposure * mean[m0 + j]), stretch.dispersion()[j]);
            }
        }
        return (float) sum;
    }

    @Override
    public double deviance(Stretch stretch, float[] row, int r0, float[] mean, int m0, double[] perColumn) {
        float exposure = exposure(stretch, row, r0);
        double sum = 0;
        for (int j = 0; j < stretch.width(); j++) {
            float x = row[r0 + j];
            if (!Float.isNaN(x)) {
                double deviance = loss(x, Math.max(LEAST, exposure * mean[m0 + j]), stretch.dispersion()[j]);
                perColumn[stretch.from() + j] += deviance;
                sum += stretch.weight(j) * deviance;
            }
        }
        return sum;
    }

    @Override
    public void whiten(
            Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor, int at) {
        float exposure = exposure(stretch, row, r0);
        for (int j = 0; j < stretch.width(); j++) {
            float m = Math.max(LEAST, exposure * mean[m0 + j]);
            float d = row[r0 + j] - m;
            boolean missing = Float.isNaN(d);
            float variance = m + m * m / stretch.dispersion()[j];
            float root = missing ? 0 : (float) Math.sqrt(stretch.weight(j) / (2 * variance));
            residual[at + j] = missing ? 0 : root * d;
            factor[at + j] = root * exposure;
        }
    }

    @Override
    public float bias(float mean) {
        return (float) StrictMath.log(Math.max(LEAST, mean));
    }

    /** Draws by inversion of the distribution function. */
    @Override
    public void draw(Stretch stretch, float[] mean, int m0, CounterRandom random, long counter) {
        for (int j = 0; j < stretch.width(); j++) {
            mean[m0 + j] =
                    NegativeBinomial.draw(Math.max(LEAST, mean[m0 + j]), stretch.dispersion()[j], random, counter + j);
        }
    }

    private Object readResolve() {
        return HeadKinds.of(key());
    }
}
