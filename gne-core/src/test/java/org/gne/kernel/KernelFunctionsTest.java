package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How near the functions of the kernels are to those of the JDK in double precision. */
final class KernelFunctionsTest {

    static Stream<Kernel> kernels() {
        return Stream.of(Kernels.scalar(), Kernels.vector());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void functionsAreWithinTwoUnitsInTheLastPlaceOfTheirValues(Kernel kernel) {
        int n = 20_001;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (i - 10_000) * 0.003f;
        }
        float[] sigmoid = x.clone();
        kernel.sigmoid(n, sigmoid, 0);
        float[] elu = x.clone();
        kernel.elu(n, elu, 0);
        float[] exp = x.clone();
        kernel.exp(n, exp, 0);
        for (int i = 0; i < n; i++) {
            double expectedExp = Math.exp(x[i]);
            assertThat(Math.abs(exp[i] - expectedExp))
                    .as("exp(%s) = %s", x[i], exp[i])
                    .isLessThanOrEqualTo(2 * Math.ulp((float) expectedExp));
            double expected = 1 / (1 + Math.exp(-(double) x[i]));
            assertThat(Math.abs(sigmoid[i] - expected))
                    .as("sigmoid(%s) = %s", x[i], sigmoid[i])
                    .isLessThanOrEqualTo(4 * Math.ulp((float) expected));
            double expectedElu = x[i] > 0 ? x[i] : Math.expm1(x[i]);
            assertThat(Math.abs(elu[i] - expectedElu))
                    .as("elu(%s) = %s", x[i], elu[i])
                    .isLessThanOrEqualTo(1.2e-7);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void theLogarithmIsWithinTwoUnitsInTheLastPlace(Kernel kernel) {
        int n = 60_000;
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            // A third over all floats, a third around 1, where it is next to nothing, and a third of probabilities.
            x[i] = switch (i % 3) {
                case 0 -> (float) Math.exp(-87.3 + 175.9 * i / n);
                case 1 -> 0.5f + (float) i / n;
                default -> (i + 1f) / n;
            };
        }
        float[] log = x.clone();
        kernel.log(n, log, 0);
        for (int i = 0; i < n; i++) {
            double expected = Math.log(x[i]);
            assertThat(Math.abs(log[i] - expected))
                    .as("log(%s) = %s", x[i], log[i])
                    .isLessThanOrEqualTo(2 * Math.ulp((float) expected));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void crossEntropyIsThatOfTheDefinition(Kernel kernel) {
        int n = 400;
        float[] z = new float[n];
        float[] target = new float[n];
        for (int i = 0; i < n; i++) {
            z[i] = (i - 200) * 0.1f;
            target[i] = i % 7 / 6f;
        }
        float[] logits = z.clone();
        float[] loss = new float[n];
        kernel.sigmoidCrossEntropy(1, n, z, 0, n, target, 0, n, 1, loss, 0);
        for (int i = 0; i < n; i++) {
            double y = 1 / (1 + Math.exp(-(double) logits[i]));
            double expected = -target[i] * Math.log(y) - (1 - target[i]) * Math.log1p(-y);
            assertThat((double) loss[i]).as("logit %s", logits[i]).isCloseTo(expected, within(expected));
        }
    }

    private static Offset<Double> within(double expected) {
        return Offset.offset(2e-6 * Math.max(1, Math.abs(expected)));
    }
}
