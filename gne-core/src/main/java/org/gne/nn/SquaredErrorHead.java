package org.gne.nn;

import org.gne.kernel.Kernel;

/** The loss of the heads with the squared error, whatever their activation. */
abstract class SquaredErrorHead implements Head {

    @Override
    public float cost(Kernel kernel, Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] scratch) {
        if (stretch.plain()) {
            return kernel.squaredDistance(stretch.width(), row, r0, mean, m0);
        }
        float sum = 0;
        for (int j = 0; j < stretch.width(); j++) {
            if (!Float.isNaN(row[r0 + j])) {
                float d = row[r0 + j] - mean[m0 + j];
                sum = Math.fma(stretch.weight(j) * d, d, sum);
            }
        }
        return sum;
    }

    @Override
    public double deviance(Stretch stretch, float[] row, int r0, float[] mean, int m0, double[] perColumn) {
        double sum = 0;
        for (int j = 0; j < stretch.width(); j++) {
            if (!Float.isNaN(row[r0 + j])) {
                double d = row[r0 + j] - mean[m0 + j];
                perColumn[stretch.from() + j] += d * d;
                sum += stretch.weight(j) * (d * d);
            }
        }
        return sum;
    }

    @Override
    public void whiten(
            Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor, int at) {
        boolean plain = stretch.plain();
        for (int j = 0; j < stretch.width(); j++) {
            float d = row[r0 + j] - mean[m0 + j];
            boolean missing = Float.isNaN(d);
            float root = plain ? 1 : (float) Math.sqrt(stretch.weight(j));
            residual[at + j] = missing ? 0 : root * d;
            factor[at + j] = missing ? 0 : root;
        }
    }
}
