package org.gne.nn;

import org.gne.kernel.Kernel;

/** Functions of the heads with a sigmoid. */
final class Sigmoid {

    /** A sigmoid nearer to 0 or 1 than this learns slowly. */
    private static final double STEEP = 0.01;

    private Sigmoid() {}

    static void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow) {
        if (zRow == stretch.width()) {
            kernel.sigmoid(rows * zRow, z, z0);
            return;
        }
        for (int i = 0; i < rows; i++) {
            kernel.sigmoid(stretch.width(), z, z0 + i * zRow);
        }
    }

    static void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0) {
        for (int j = 0; j < stretch.width(); j++) {
            float y = mean[m0 + j];
            slope[s0 + j] *= y * (1 - y);
        }
    }

    static float logit(float mean) {
        double inside = Math.max(STEEP, Math.min(1 - STEEP, mean));
        return (float) StrictMath.log(inside / (1 - inside));
    }
}
