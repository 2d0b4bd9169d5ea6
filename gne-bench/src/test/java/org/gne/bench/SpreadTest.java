package org.gne.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void medianIsTheMiddleOfOddNumbersOfValues() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
    }

    @Test
    void medianIsBetweenTheTwoInTheMiddleOfEvenNumbers() {
        assertThat(Spread.of(List.of(4, 1, 2, 9))).isEqualTo(new Spread(3, 1, 9));
    }

    @Test
    void nothingMeasuredIsRefused() {
        assertThatThrownBy(() -> Spread.of(List.of())).hasMessageContaining("no measurement");
    }
}
