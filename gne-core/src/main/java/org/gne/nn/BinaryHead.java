package org.gne.nn;

import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;

/**
 * Booleans, or values from 0 to 1 as probabilities: a sigmoid, with the cross-entropy {@code -x log y - (1 - x) log(1 - y)}.
 */
final class BinaryHead implements Head {

    /** The smallest distance of a probability from 0 and 1, because a sigmoid in floats reaches both. */
    private static final float LEAST = 1e-7f;

    private final String key;
    private final boolean drawn;

    /**
     * @param drawn whether values are 0 or 1; a random sample is then 0 or 1 too
     */
    private BinaryHead(String key, boolean drawn) {
        this.key = key;
        this.drawn = drawn;
    }

    static BinaryHead ofBooleans() {
        return new BinaryHead("binary", true);
    }

    /** For pixels, which lie between 0 and 1. */
    static BinaryHead ofShares() {
        return new BinaryHead("unit_cross_entropy", false);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow) {
        Sigmoid.activate(kernel, stretch, rows, z, z0, zRow);
    }

    @Override
    public void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0) {
        Sigmoid.slope(stretch, mean, m0, slope, s0);
    }

    @Override
    public void gradient(Kernel kernel, Stretch stretch, HeadBlock b, float scale, float[] sums) {
        kernel.sigmoidCrossEntropy(
                b.rows(), b.columns(), b.z(), b.z0(), b.zRow(), b.target(), b.t0(), b.tRow(), scale, sums, b.first());
        stretch.weigh(b);
    }

    @Override
    public float cost(Kernel kernel, Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] scratch) {
        int n = stretch.width();
        float sum = 0;
        // The logarithms of y and of 1 - y, each for all columns at once.
        for (int j = 0; j < n; j++) {
            scratch[j] = Math.max(LEAST, mean[m0 + j]);
        }
        kernel.log(n, scratch, 0);
        for (int j = 0; j < n; j++) {
            float x = row[r0 + j];
            sum = x > 0 ? Math.fma(-stretch.weight(j) * x, scratch[j], sum) : sum;
        }
        for (int j = 0; j < n; j++) {
            scratch[j] = Math.max(LEAST, 1 - mean[m0 + j]);
        }
        kernel.log(n, scratch, 0);
        for (int j = 0; j < n; j++) {
            float x = row[r0 + j];
            sum = x < 1 ? Math.fma(-stretch.weight(j) * (1 - x), scratch[j], sum) : sum;
        }
        return sum;
    }

    @Override
    public double deviance(Stretch stretch, float[] row, int r0, float[] mean, int m0, double[] perColumn) {
        double sum = 0;
        for (int j = 0; j < stretch.width(); j++) {
            double x = row[r0 + j];
            if (!Double.isNaN(x)) {
                double y = Math.max(LEAST, Math.min(1 - LEAST, mean[m0 + j]));
                double deviance = surplus(x, y) + surplus(1 - x, 1 - y);
                perColumn[stretch.from() + j] += deviance;
                sum += stretch.weight(j) * deviance;
            }
        }
        return sum;
    }

    private static double surplus(double x, double y) {
        return x > 0 ? x * StrictMath.log(x / y) : 0;
    }

    @Override
    public void whiten(
            Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor, int at) {
        for (int j = 0; j < stretch.width(); j++) {
            float y = mean[m0 + j];
            float d = row[r0 + j] - y;
            boolean missing = Float.isNaN(d);
            // Half the cross-entropy, because half the squared error of other columns is used.
            float variance = Math.max(LEAST, y * (1 - y));
            float root = missing ? 0 : (float) Math.sqrt(stretch.weight(j) / (2 * variance));
            residual[at + j] = missing ? 0 : root * d;
            factor[at + j] = root;
        }
    }

    @Override
    public float bias(float mean) {
        return Sigmoid.logit(mean);
    }

    @Override
    public void draw(Stretch stretch, float[] mean, int m0, CounterRandom random, long counter) {
        for (int j = 0; j < stretch.width() && drawn; j++) {
            mean[m0 + j] = random.uniform(counter + j) < mean[m0 + j] ? 1 : 0;
        }
    }

    @Override
    public void soften(Stretch stretch, float[] target, int t0) {
        for (int j = t0; j < t0 + stretch.width() && drawn; j++) {
            target[j] = Math.fma(CategoricalHead.DOUBT, 0.5f - target[j], target[j]);
        }
    }

    private Object readResolve() {
        return HeadKinds.of(key());
    }
}
