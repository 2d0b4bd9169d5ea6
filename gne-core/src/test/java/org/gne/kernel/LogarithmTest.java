package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogarithmTest {

    @Test
    void isThatOfStrictMath() {
        CounterRandom random = CounterRandom.of(1, "logarithms");
        for (int i = 0; i < 20_000; i++) {
            double x = Math.exp(60 * (random.uniform(2L * i) - 0.5));
            assertThat(Logarithm.of(x)).isCloseTo(StrictMath.log(x), within(1e-13 * (1 + Math.abs(StrictMath.log(x)))));
            double u = Math.expm1(40 * (random.uniform(2L * i + 1) - 0.5));
            double exact = StrictMath.log1p(u);
            // Next to -1, the sum 1 + u itself has few digits.
            double error = u < -0.5 ? 1e-15 / (1 + u) : 0;
            assertThat(Logarithm.onePlus(u)).isCloseTo(exact, within(1e-13 * Math.abs(exact) + error));
        }
    }

    @Test
    void ofOnePlusLittleKeepsItsDigits() {
        assertThat(Logarithm.onePlus(0)).isZero();
        assertThat(Logarithm.onePlus(1e-12)).isCloseTo(StrictMath.log1p(1e-12), within(1e-26));
        assertThat(Logarithm.of(1)).isZero();
    }
}
