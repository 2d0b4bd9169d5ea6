package org.gne.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PowerFitTest {

    private static final double[] SIZES = {60_000, 120_000, 600_000, 3_000_000};

    @Test
    void findsThePowerThatCostsFollow() {
        PowerFit fit = PowerFit.of(SIZES, costs(size -> 3e-6 * Math.pow(size, 1.25)));

        assertThat(fit.exponent()).isCloseTo(1.25, within(1e-12));
        assertThat(fit.last()).isCloseTo(1.25, within(1e-12));
        assertThat(fit.error()).isCloseTo(0, within(1e-9));
        assertThat(fit.factor()).isCloseTo(3e-6, within(1e-15));
        assertThat(fit.at(1_000)).isCloseTo(3e-6 * Math.pow(1_000, 1.25), within(1e-12));
    }

    /** Logarithms 0, 1, 2 and 0, 2, 1: slope 1/2, residuals -1/2, 1, -1/2, so a squared error of 3/2 / 1 / 2. */
    @Test
    void tellsTheStandardErrorOfScatteredCosts() {
        PowerFit fit =
                PowerFit.of(new double[] {1, Math.E, Math.E * Math.E}, new double[] {1, Math.E * Math.E, Math.E});

        assertThat(fit.exponent()).isCloseTo(0.5, within(1e-12));
        assertThat(fit.error()).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(fit.last()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void aQuadraticTermThatIsStillSmallShowsAtTheLargestSizes() {
        PowerFit linear = PowerFit.of(SIZES, costs(size -> 1 + 1e-5 * size));
        PowerFit quadratic = PowerFit.of(SIZES, costs(size -> 1 + 1e-5 * size + 1e-11 * size * size));

        assertThat(linear.last()).isBetween(0.9, 1.0);
        assertThat(quadratic.last()).isGreaterThan(1.4);
    }

    @Test
    void twoSizesHaveAnExponentAndNoError() {
        PowerFit fit = PowerFit.of(new double[] {1, 2}, new double[] {8, 4});

        assertThat(fit.exponent()).isCloseTo(-1, within(1e-12));
        assertThat(fit.error()).isNaN();
    }

    @Test
    void refusesWhatHasNoExponent() {
        assertThatThrownBy(() -> PowerFit.of(new double[] {1}, new double[] {1}))
                .hasMessageContaining("1 sizes and 1 costs");
        assertThatThrownBy(() -> PowerFit.of(new double[] {5, 5}, new double[] {1, 2}))
                .hasMessageContaining("all sizes are 5.0");
        assertThatThrownBy(() -> PowerFit.of(new double[] {1, 2}, new double[] {1, 0}))
                .hasMessageContaining("found 0.0");
    }

    private static double[] costs(DoubleUnaryOperator cost) {
        return Arrays.stream(SIZES).map(cost).toArray();
    }
}
