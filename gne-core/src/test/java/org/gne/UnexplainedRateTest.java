package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class UnexplainedRateTest {

    @Test
    void theShareIsThatOfTheLastRows() {
        UnexplainedRate rate = new UnexplainedRate(1, 4, 1);
        assertThat(rate.share()).isZero();
        for (float error : new float[] {2, 0, 1, 3}) {
            assertThat(rate.add(error)).isEqualTo(error <= 1);
        }
        assertThat(rate.share()).isEqualTo(0.5);
        rate.add(0);
        assertThat(rate.share()).isEqualTo(0.25);
        assertThat(rate.add(Float.NaN)).isFalse();
        assertThat(rate.rows()).isEqualTo(5);
        assertThat(rate.unexplained()).isEqualTo(2);
    }

    @Test
    void anAlarmComesOnceUntilTheShareHasFallen() {
        List<Long> alarms = new ArrayList<>();
        UnexplainedRate rate = new UnexplainedRate(1, 10, 0.4).onAlarm((share, rows) -> {
            assertThat(share).isGreaterThan(0.4);
            alarms.add(rows);
        });
        for (int i = 0; i < 20; i++) {
            rate.add(2);
        }
        // Not before the window is full.
        assertThat(alarms).containsExactly(10L);
        assertThat(rate.alarmed()).isTrue();
        for (int i = 0; i < 10; i++) {
            rate.add(0);
        }
        assertThat(rate.alarmed()).isFalse();
        for (int i = 0; i < 5; i++) {
            rate.add(2);
        }
        assertThat(alarms).containsExactly(10L, 35L);
    }

    @Test
    void rowsOfManyThreadsAreAllCounted() {
        AtomicInteger alarms = new AtomicInteger();
        UnexplainedRate rate = new UnexplainedRate(1, 100, 0.25).onAlarm((share, rows) -> alarms.incrementAndGet());
        try (Parallel parallel = new Parallel(4)) {
            parallel.run(1_000, (task, worker) -> rate.add(task % 2 == 0 ? 2 : 0));
        }
        assertThat(rate.rows()).isEqualTo(1_000);
        assertThat(rate.unexplained()).isEqualTo(500);
        assertThat(alarms.get()).isPositive();
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnexplainedRate(Double.NaN, 10, 0.1))
                .withMessageContaining("explained error: found NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new UnexplainedRate(1, 0, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnexplainedRate(1, 10, 2));
    }
}
