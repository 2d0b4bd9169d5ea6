package org.gne.nn;

import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;

/**
 * One of several categories, with a column for each (one-hot): a softmax, with the cross-entropy {@code -sum of x log
 * y} over them.
 */
final class CategoricalHead implements Head {

    private static final float LEAST = 1e-7f;

    /** The share of its certainty that a row gives to all categories alike in training. */
    static final float DOUBT = 1e-3f;

    /** The lowest frequency of a category in the untrained network. */
    private static final float RARE = 1e-4f;

    @Override
    public String key() {
        return "categorical";
    }

    @Override
    public boolean joint() {
        return true;
    }

    @Override
    public void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow) {
        for (int i = 0; i < rows; i++) {
            softmax(kernel, stretch.width(), z, z0 + i * zRow);
        }
    }

    /** Converts logits to probabilities; returns the logarithm of the sum of their exponentials. */
    private static double softmax(Kernel kernel, int n, float[] z, int z0) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            highest = Math.max(highest, z[z0 + j]);
        }
        for (int j = 0; j < n; j++) {
            z[z0 + j] -= highest;
        }
        kernel.exp(n, z, z0);
        float sum = 0;
        for (int j = 0; j < n; j++) {
            sum += z[z0 + j];
        }
        for (int j = 0; j < n; j++) {
            z[z0 + j] /= sum;
        }
        return highest + StrictMath.log(sum);
    }

    @Override
    public void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0) {
        float average = 0;
        for (int j = 0; j < stretch.width(); j++) {
            average = Math.fma(mean[m0 + j], slope[s0 + j], average);
        }
        for (int j = 0; j < stretch.width(); j++) {
            slope[s0 + j] = mean[m0 + j] * (slope[s0 + j] - average);
        }
    }

    @Override
    public void gradient(Kernel kernel, Stretch stretch, HeadBlock block, float scale, float[] sums) {
        float[] z = block.z();
        float[] target = block.target();
        float factor = scale * stretch.weight(0);
        for (int i = 0; i < block.rows(); i++) {
            int at = block.z(i);
            int t = block.t(i);
            float whole = 0;
            double chosen = 0;
            for (int j = 0; j < block.columns(); j++) {
                whole += target[t + j];
                chosen += target[t + j] == 0 ? 0 : (double) target[t + j] * z[at + j];
            }
            double logSum = softmax(kernel, block.columns(), z, at);
            sums[block.first()] += (float) (whole * logSum - chosen);
            for (int j = 0; j < block.columns(); j++) {
                z[at + j] = factor * (z[at + j] * whole - target[t + j]);
            }
        }
    }

    @Override
    public float cost(Kernel kernel, Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] scratch) {
        float sum = 0;
        for (int j = 0; j < stretch.width(); j++) {
            float x = row[r0 + j];
            if (x > 0) {
                scratch[0] = Math.max(LEAST, mean[m0 + j]);
                kernel.log(1, scratch, 0);
                sum = Math.fma(-stretch.weight(0) * x, scratch[0], sum);
            }
        }
        return sum;
    }

    @Override
    public double deviance(Stretch stretch, float[] row, int r0, float[] mean, int m0, double[] perColumn) {
        double sum = 0;
        for (int j = 0; j < stretch.width(); j++) {
            double x = row[r0 + j];
            if (x > 0) {
                sum += x * StrictMath.log(x / Math.max(LEAST, mean[m0 + j]));
            }
        }
        perColumn[stretch.from()] += sum;
        return stretch.weight(0) * sum;
    }

    @Override
    public void whiten(
            Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor, int at) {
        for (int j = 0; j < stretch.width(); j++) {
            float y = mean[m0 + j];
            float d = row[r0 + j] - y;
            boolean missing = Float.isNaN(d);
            float root = missing ? 0 : (float) Math.sqrt(stretch.weight(0) / (2 * Math.max(LEAST, y)));
            residual[at + j] = missing ? 0 : root * d;
            factor[at + j] = root;
        }
    }

    @Override
    public float bias(float mean) {
        return (float) StrictMath.log(Math.max(RARE, mean));
    }

    /** Draws one category by its probability. */
    @Override
    public void draw(Stretch stretch, float[] mean, int m0, CounterRandom random, long counter) {
        double left = random.uniform(counter);
        int chosen = -1;
        for (int j = 0; j < stretch.width(); j++) {
            left -= mean[m0 + j];
            if (left < 0 && chosen < 0) {
                chosen = j;
            }
        }
        // Rounding can leave a small rest, which belongs to the last category.
        chosen = chosen < 0 ? stretch.width() - 1 : chosen;
        for (int j = 0; j < stretch.width(); j++) {
            mean[m0 + j] = j == chosen ? 1 : 0;
        }
    }

    @Override
    public void soften(Stretch stretch, float[] target, int t0) {
        float even = 1f / stretch.width();
        for (int j = t0; j < t0 + stretch.width(); j++) {
            target[j] = Math.fma(DOUBT, even - target[j], target[j]);
        }
    }

    private Object readResolve() {
        return HeadKinds.of(key());
    }
}
