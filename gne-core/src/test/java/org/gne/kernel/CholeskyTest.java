package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static final int N = 5;

    private static final long SEED = 3;

    /** {@code M M^T + I}: positive definite. */
    private static double[] matrix() {
        Random random = new Random(SEED);
        double[] m = random.doubles(N * N, -1, 1).toArray();
        double[] a = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                a[i * N + j] = i == j ? 1 : 0;
                for (int k = 0; k < N; k++) {
                    a[i * N + j] += m[i * N + k] * m[j * N + k];
                }
            }
        }
        return a;
    }

    @Test
    void theSolutionSatisfiesTheEquations() {
        double[] a = matrix();
        double[] factor = a.clone();
        double[] x = {1, -2, 3, 0, 0.5};
        double[] b = x.clone();
        assertThat(Cholesky.decompose(N, factor)).isTrue();
        Cholesky.solve(N, factor, x);
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (int j = 0; j < N; j++) {
                sum += a[i * N + j] * x[j];
            }
            assertThat(sum).isCloseTo(b[i], within(1e-12));
        }
    }

    @Test
    void theFactorTimesItsInverseIsTheIdentity() {
        double[] factor = matrix();
        Cholesky.decompose(N, factor);
        double[] inverse = Cholesky.inverse(N, factor);
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = j; k <= i; k++) {
                    sum += factor[i * N + k] * inverse[k * N + j];
                }
                assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
        assertThat(Cholesky.decompose(2, new double[] {1, 0, 2, 4})).isFalse();
        assertThat(Cholesky.decompose(2, new double[] {1, 0, Double.NaN, 4})).isFalse();
    }
}
