package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenRowsTest {

    @Test
    void fewRowsAreAllChosen() {
        assertThat(EvenRows.atMost(5, 3)).containsExactly(0, 1, 2);
        assertThat(EvenRows.atMost(3, 3)).containsExactly(0, 1, 2);
        assertThat(EvenRows.atMost(3, 0)).isEmpty();
    }

    @Test
    void gapsBetweenChosenRowsDifferByAtMostOne() {
        int[] rows = EvenRows.atMost(7, 1000);
        int[] gaps =
                IntStream.range(1, rows.length).map(i -> rows[i] - rows[i - 1]).toArray();
        assertThat(rows).hasSize(7).startsWith(0);
        assertThat(gaps).containsOnly(142, 143);
    }

    @Test
    void productsBeyondAnIntDoNotOverflow() {
        assertThat(EvenRows.row(99_999, 100_000, Integer.MAX_VALUE)).isEqualTo(2_147_462_172);
    }
}
