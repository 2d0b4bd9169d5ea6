package org.gne.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridRepulsionTest {

    /** Maps as they are early, in the middle and late in a t-SNE, and one far from the origin. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1, 15, 80})
    void forcesAreThoseOfAllPairs(double size) {
        int n = 3_000;
        float[] y = blobs(n, size, 3);
        float[] force = new float[2 * n];
        double normalizer = run(y, force, 2);

        double expectedNormalizer = 0;
        double error = 0;
        double whole = 0;
        for (int i = 0; i < n; i++) {
            double forceX = 0;
            double forceY = 0;
            for (int j = 0; j < n; j++) {
                double dx = y[2 * i] - y[2 * j];
                double dy = y[2 * i + 1] - y[2 * j + 1];
                double w = 1 / (1 + dx * dx + dy * dy);
                expectedNormalizer += i == j ? 0 : w;
                forceX += w * w * dx;
                forceY += w * w * dy;
            }
            error += square(force[2 * i] - forceX) + square(force[2 * i + 1] - forceY);
            whole += square(forceX) + square(forceY);
        }
        assertThat(Math.sqrt(error / whole)).as("relative error of the forces").isLessThan(0.03);
        assertThat(normalizer / expectedNormalizer).isCloseTo(1, Offset.offset(1e-2));
    }

    @Test
    void threadsDoNotChangeABit() {
        float[] y = blobs(5_000, 40, 4);
        float[] one = new float[y.length];
        double normalizer = run(y, one, 1);
        for (int threads : new int[] {2, 5}) {
            float[] force = new float[y.length];
            assertThat(run(y, force, threads)).isEqualTo(normalizer);
            assertThat(force).as("%d threads", threads).isEqualTo(one);
        }
    }

    @Test
    void pointsInOnePlaceDoNotMoveOneAnother() {
        float[] y = new float[2 * 100];
        Arrays.fill(y, 7);
        float[] force = new float[y.length];
        double normalizer = run(y, force, 2);
        assertThat(normalizer).isCloseTo(100.0 * 99, Offset.offset(20.0));
        for (float each : force) {
            assertThat(each).isCloseTo(0f, Offset.offset(1e-2f));
        }
    }

    private static double run(float[] y, float[] force, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            GridRepulsion repulsion = new GridRepulsion(parallel);
            // Once for another map, for what is kept from it must not show.
            repulsion.setPoints(blobs(500, 3, 9), parallel);
            repulsion.setPoints(y, parallel);
            return repulsion.forces(y, force, parallel);
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private static float[] blobs(int n, double size, long seed) {
        Random random = new Random(seed);
        float[] y = new float[2 * n];
        for (int i = 0; i < n; i++) {
            int blob = i % 7;
            y[2 * i] = (float) (size * (Math.cos(blob) + 0.2 * random.nextGaussian()));
            y[2 * i + 1] = (float) (size * (Math.sin(blob) + 0.2 * random.nextGaussian()));
        }
        return y;
    }
}
