package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void isTheMiddleOfTheSorted() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            float[] values = new float[1 + random.nextInt(45)];
            for (int i = 0; i < values.length; i++) {
                // Half of the rounds with many equals.
                values[i] = round % 2 == 0 ? random.nextInt(5) - 2 : random.nextFloat() - 0.5f;
            }
            values[0] = round % 3 == 0 ? 1e30f : -1e30f;
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            float expected = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            assertThat(new Median(45).of(values)).isEqualTo(expected);
        }
    }
}
