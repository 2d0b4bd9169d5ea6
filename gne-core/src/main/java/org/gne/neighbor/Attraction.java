package org.gne.neighbor;

import java.util.stream.DoubleStream;
import org.gne.kernel.Parallel;

/**
 * The attraction of t-SNE between neighbours on a 2-D map: {@code sum over j of p_ij w (y_i - y_j)} with {@code w = 1 / (1
 * + |y_i - y_j|^2)}.
 *
 * @hidden internal
 */
public final class Attraction {

    private static final int CHUNK = 512;

    private Attraction() {}

    /**
     * @param y {@code [n, 2]}
     * @param force {@code [n, 2]}, overwritten
     */
    public static void forces(Affinities affinities, float[] y, float[] force, Parallel parallel) {
        int n = affinities.size();
        int[] columns = affinities.columns();
        float[] values = affinities.values();
        parallel.run((n + CHUNK - 1) / CHUNK, (task, worker) -> {
            for (int i = task * CHUNK; i < Math.min(n, (task + 1) * CHUNK); i++) {
                float x0 = y[2 * i];
                float y0 = y[2 * i + 1];
                float sumX = 0;
                float sumY = 0;
                for (int e = affinities.starts()[i]; e < affinities.starts()[i + 1]; e++) {
                    float dx = x0 - y[2 * columns[e]];
                    float dy = y0 - y[2 * columns[e] + 1];
                    float pull = values[e] / (1 + dx * dx + dy * dy);
                    sumX += pull * dx;
                    sumY += pull * dy;
                }
                force[2 * i] = sumX;
                force[2 * i + 1] = sumY;
            }
        });
    }

    /**
     * The divergence of a map's similarities from the affinities, {@code sum of p log(p / q)} with {@code q = w /
     * normalizer} (van der Maaten and Hinton 2008, equation 2), in nats.
     *
     * @param normalizer the sum of w over all pairs, from {@link Repulsion#forces}
     */
    public static double divergence(Affinities affinities, float[] y, double normalizer, Parallel parallel) {
        int n = affinities.size();
        int tasks = (n + CHUNK - 1) / CHUNK;
        double[] sums = new double[tasks];
        parallel.run(tasks, (task, worker) -> {
            double sum = 0;
            for (int i = task * CHUNK; i < Math.min(n, (task + 1) * CHUNK); i++) {
                for (int e = affinities.starts()[i]; e < affinities.starts()[i + 1]; e++) {
                    double p = affinities.values()[e];
                    int j = affinities.columns()[e];
                    double dx = y[2 * i] - y[2 * j];
                    double dy = y[2 * i + 1] - y[2 * j + 1];
                    if (p > 0) {
                        sum += p * StrictMath.log(p * normalizer * (1 + dx * dx + dy * dy));
                    }
                }
            }
            sums[task] = sum;
        });
        return DoubleStream.of(sums).sum();
    }
}
