package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParallelTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyTaskRunsOnceInEveryRound(int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            for (int round = 0; round < 500; round++) {
                int tasks = round % 37;
                AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
                parallel.run(tasks, (index, worker) -> runs.incrementAndGet(index));
                for (int i = 0; i < tasks; i++) {
                    assertThat(runs.get(i)).as("round %d, task %d", round, i).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void noTwoTasksShareAWorkerAtATime() {
        try (Parallel parallel = new Parallel(4)) {
            AtomicIntegerArray busy = new AtomicIntegerArray(4);
            parallel.run(2_000, (index, worker) -> {
                assertThat(busy.incrementAndGet(worker)).isEqualTo(1);
                busy.decrementAndGet(worker);
            });
        }
    }

    @Test
    void aFailureReachesTheCallerAndTheNextRoundWorks() {
        try (Parallel parallel = new Parallel(3)) {
            assertThatThrownBy(() -> parallel.run(50, (index, worker) -> {
                        if (index == 20) {
                            throw new IllegalStateException("task 20");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("task 20");
            int[] runs = new int[50];
            parallel.run(50, (index, worker) -> runs[index]++);
            assertThat(runs).containsOnly(1);
        }
    }

    @Test
    void noThreadsIsRefused() {
        assertThatThrownBy(() -> new Parallel(0)).hasMessage("threads: found 0, expected at least 1");
    }
}
