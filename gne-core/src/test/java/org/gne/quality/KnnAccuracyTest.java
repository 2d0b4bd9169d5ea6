package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class KnnAccuracyTest {

    private static final List<String> NAMES = List.of("a", "b", "c");

    private static double of(Embedding map, int[] classes, int[] known, int[] asked, int k) {
        try (Parallel parallel = new Parallel(2)) {
            return KnnAccuracy.of(map, new Labels(classes, NAMES), known, asked, k, parallel);
        }
    }

    /** All pairs compared one after another, of equal distances the row that is named first. */
    private static double byAllPairs(Embedding map, int[] classes, int[] known, int[] asked, int k) {
        int right = 0;
        for (int row : asked) {
            long[] votes = new long[NAMES.size()];
            IntStream.of(known)
                    .boxed()
                    .sorted(Comparator.comparing(other -> distance(map, row, other)))
                    .limit(k)
                    .forEach(other -> votes[classes[other]]++);
            long most = Arrays.stream(votes).max().orElseThrow();
            int guess = IntStream.range(0, votes.length)
                    .filter(label -> votes[label] == most)
                    .findFirst()
                    .orElseThrow();
            right += guess == classes[row] ? 1 : 0;
        }
        return (double) right / asked.length;
    }

    private static float distance(Embedding map, int a, int b) {
        float sum = 0;
        for (int axis = 0; axis < map.dim(); axis++) {
            float d = map.get(a, axis) - map.get(b, axis);
            sum += d * d;
        }
        return sum;
    }

    @Test
    void isThatOfComparingAllPairsInAnyDimension() {
        for (int dim : new int[] {1, 2, 3, 5}) {
            Random random = new Random(dim);
            int n = 700;
            float[] values = new float[n * dim];
            int[] classes = new int[n];
            for (int i = 0; i < values.length; i++) {
                // On a lattice many distances are equal.
                values[i] = random.nextInt(12);
            }
            for (int i = 0; i < n; i++) {
                classes[i] = random.nextInt(5) < 3 ? (int) (values[i * dim] / 4) : random.nextInt(NAMES.size());
            }
            Embedding map = new Embedding(values, dim);
            int[] order = CounterRandom.of(dim, "test").permutation(n);
            int[] known = Arrays.copyOf(order, 500);
            int[] asked = Arrays.copyOfRange(order, 500, n);
            for (int k : new int[] {1, 2, 5, 15}) {
                assertThat(of(map, classes, known, asked, k))
                        .as("dimension %d, k = %d", dim, k)
                        .isEqualTo(byAllPairs(map, classes, known, asked, k))
                        .isBetween(0.3, 0.9);
            }
        }
    }

    @Test
    void whereFewerRowsThanKAreKnownAllOfThemVote() {
        Embedding map = new Embedding(new float[] {0, 1, 2, 10}, 1);
        int[] classes = {0, 1, 1, 1};
        assertThat(of(map, classes, new int[] {0, 1, 2}, new int[] {3}, 15)).isEqualTo(1);
        assertThat(of(map, classes, new int[] {0, 1}, new int[] {3}, 15)).isZero();
        assertThat(of(map, classes, new int[0], new int[] {3}, 5)).isNaN();
        assertThat(of(map, classes, new int[] {0}, new int[0], 5)).isNaN();
    }

    @Test
    void labelsOfOtherRowsAreRefused() {
        Embedding map = new Embedding(new float[8], 1);
        Labels labels = new Labels(new int[7], NAMES);
        try (Parallel parallel = new Parallel(1)) {
            assertThatThrownBy(() -> KnnAccuracy.of(map, labels, 5, 1, parallel))
                    .hasMessage("7 labels for 8 points, expected as many");
        }
    }
}
