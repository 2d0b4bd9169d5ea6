package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CounterRandomTest {

    private final CounterRandom random = CounterRandom.of(7, "test");

    @Test
    void gaussianHasTheMomentsAndTailsOfTheNormalDistribution() {
        int n = 1_000_000;
        double sum = 0;
        double square = 0;
        int beyondTwo = 0;
        int beyondFour = 0;
        for (int i = 0; i < n; i++) {
            double x = random.gaussian(i);
            sum += x;
            square += x * x;
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
            beyondFour += Math.abs(x) > 4 ? 1 : 0;
        }
        assertThat(sum / n).isCloseTo(0, offset(0.004));
        assertThat(square / n).isCloseTo(1, offset(0.006));
        assertThat((double) beyondTwo / n).isCloseTo(0.0455, offset(0.001));
        assertThat(beyondFour).isBetween(30, 100);
    }

    @Test
    void quantilesAreThoseOfTheTable() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959964f, offset(2e-6f));
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232f, offset(2e-6f));
        assertThat(NormalQuantile.of(1e-20)).isCloseTo(-9.262340f, offset(1e-5f));
    }

    @Test
    void permutationHasEveryRowOnce() {
        int[] order = random.at(3).permutation(10_007);
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        assertThat(sorted).containsExactly(IntStream.range(0, 10_007).toArray());
        assertThat(order).isNotEqualTo(sorted).isNotEqualTo(random.at(4).permutation(10_007));
    }

    @Test
    void seedsPurposesAndStepsGiveOtherNumbers() {
        assertThat(CounterRandom.of(7, "test").bits(5)).isEqualTo(random.bits(5));
        assertThat(new long[] {
                    random.bits(5),
                    random.bits(6),
                    random.at(0).bits(5),
                    random.at(1).bits(5),
                    CounterRandom.of(8, "test").bits(5),
                    CounterRandom.of(7, "tess").bits(5)
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void belowIsUniform() {
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++) {
            counts[random.below(10, i)]++;
        }
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(9_600);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(10_400);
    }
}
