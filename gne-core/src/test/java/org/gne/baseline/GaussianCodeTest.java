package org.gne.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianCodeTest {

    /** The definition, {@code integral p log(p / q)}, by the trapezoidal rule. */
    private static double integrated(double mean, double logVariance) {
        double deviation = Math.exp(logVariance / 2);
        double step = deviation / 200;
        double sum = 0;
        for (int i = -2400; i <= 2400; i++) {
            double x = mean + i * step;
            double logP = -0.5 * Math.pow((x - mean) / deviation, 2) - Math.log(deviation);
            double logQ = -0.5 * x * x;
            sum += Math.exp(logP) / Math.sqrt(2 * Math.PI) * (logP - logQ) * step;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, 1", "0, -5", "-2.5, 0.5", "3, -8"})
    void divergenceIsItsIntegral(float mean, float logVariance) {
        double found = GaussianCode.divergence(new float[] {mean, logVariance}, 1);
        assertThat(found).isCloseTo(integrated(mean, logVariance), offset(1e-6));
    }

    @Test
    void divergenceIsSummedOverAxesAndMeantOverRows() {
        float[] outputs = {1, 2, 0.5f, -1, /* second row */ 0, -3, 0, 2};
        double first = integrated(1, 0.5) + integrated(2, -1);
        double second = integrated(0, 0) + integrated(-3, 2);
        assertThat(GaussianCode.divergence(outputs, 2)).isCloseTo((first + second) / 2, offset(1e-6));
    }
}
