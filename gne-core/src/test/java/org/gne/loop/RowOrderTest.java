package org.gne.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.kernel.CounterRandom;
import org.junit.jupiter.api.Test;

class RowOrderTest {

    @Test
    void allRowsAreAPermutation() {
        RowOrder order = RowOrder.all(100, 7);
        assertThat(order.size()).isEqualTo(100);
        assertThat(order.at(3)).isEqualTo(CounterRandom.of(7, "shuffle").at(3).permutation(100));
        assertThat(order.sorted(3)).isEqualTo(IntStream.range(0, 100).toArray());
    }

    @Test
    void oldRowsTakeTurnsAndNewRowsDoNot() {
        RowOrder order = RowOrder.oldInTurns(100, 70, 3, 7);
        int[] visits = new int[100];
        for (int epoch = 0; epoch < 35; epoch++) {
            int[] rows = order.at(epoch);
            assertThat(rows).hasSize(order.size()).doesNotHaveDuplicates();
            assertThat(order.sorted(epoch))
                    .isEqualTo(IntStream.of(rows).sorted().toArray());
            for (int row : rows) {
                visits[row]++;
            }
        }
        // 24 of the 70 old rows in each epoch.
        assertThat(order.size()).isEqualTo(54);
        assertThat(Arrays.copyOf(visits, 70)).containsOnly(12);
        assertThat(Arrays.copyOfRange(visits, 70, 100)).containsOnly(35);
    }
}
