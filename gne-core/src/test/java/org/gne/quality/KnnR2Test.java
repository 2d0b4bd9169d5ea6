package org.gne.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class KnnR2Test {

    private static double of(Embedding map, double[] values, int k) {
        double[] found = IntStream.of(1, 3)
                .mapToDouble(threads -> {
                    try (Parallel parallel = new Parallel(threads)) {
                        return KnnR2.of(map, new Target("y", values), k, parallel);
                    }
                })
                .toArray();
        assertThat(found[1]).isEqualTo(Double.valueOf(found[0]));
        return found[0];
    }

    private static Embedding map(int n, int dim, Random random) {
        float[] places = new float[n * dim];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) random.nextGaussian();
        }
        return new Embedding(places, dim);
    }

    /** By the definition, with all pairs. */
    private static double byAllPairs(Embedding map, double[] values, int k) {
        int[] rows = IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
        double mean =
                IntStream.of(rows).mapToDouble(row -> values[row]).average().orElseThrow();
        double errors = 0;
        double variation = 0;
        for (int row : rows) {
            double guess = IntStream.of(rows)
                    .filter(other -> other != row)
                    .boxed()
                    .sorted(Comparator.comparing(other -> distance(map, row, other)))
                    .limit(k)
                    .mapToDouble(other -> values[other])
                    .average()
                    .orElseThrow();
            errors += Math.pow(values[row] - guess, 2);
            variation += Math.pow(values[row] - mean, 2);
        }
        return 1 - errors / variation;
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
            int n = 400;
            Embedding map = map(n, dim, random);
            double[] values = new double[n];
            Arrays.setAll(values, i -> i % 7 == 0 ? Double.NaN : 100 + map.get(i, 0) + 0.3 * random.nextGaussian());
            double found = of(map, values, 5);
            assertThat(found)
                    .isCloseTo(byAllPairs(map, values, 5), within(1e-12))
                    .isLessThan(1);
            assertThat(found).as("dimension %d", dim).isGreaterThan(0.5);
        }
    }

    @Test
    void isOneForPilesOfOneNumberAndAboutZeroForNumbersThatDoNotDependOnThePlace() {
        Random random = new Random(3);
        int n = 3000;
        float[] places = new float[2 * n];
        double[] piles = new double[n];
        double[] noise = new double[n];
        for (int i = 0; i < n; i++) {
            places[2 * i] = i % 30 * 10 + random.nextFloat();
            places[2 * i + 1] = random.nextFloat();
            piles[i] = i % 30;
            noise[i] = random.nextGaussian();
        }
        Embedding map = new Embedding(places, 2);
        assertThat(of(map, piles, 5)).isEqualTo(1);
        // The mean of 5 others is a worse prediction than the mean of all.
        assertThat(of(map, noise, 5)).isBetween(-0.3, -0.1);
    }

    @Test
    void unitAndSizeOfTheNumbersDoNotMatter() {
        Random random = new Random(5);
        Embedding map = map(500, 2, random);
        double[] values = new double[500];
        Arrays.setAll(values, i -> map.get(i, 1) + 0.1 * random.nextGaussian());
        double found = of(map, values, 5);
        for (double unit : new double[] {1e-200, -3, 1e200, 1e300}) {
            double[] others = Arrays.stream(values).map(value -> value * unit).toArray();
            assertThat(of(map, others, 5)).as("unit %s", unit).isCloseTo(found, within(1e-9));
        }
    }

    @Test
    void isNotKnownForTooFewRowsOrOneNumberOnly() {
        Embedding map = map(8, 2, new Random(1));
        double nan = Double.NaN;
        assertThat(of(map, new double[] {1, 2, 3, 4, 5, nan, nan, nan}, 5)).isNaN();
        assertThat(of(map, new double[] {1, 2, 3, 4, 5, 6, nan, nan}, 5)).isFinite();
        assertThat(of(map, new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 5))
                .isNaN();
        assertThat(of(map, new double[8], 5)).isNaN();
        assertThatThrownBy(() -> of(map, new double[3], 5)).hasMessage("3 labels for 8 points, expected as many");
    }

    @Test
    void newRowsArePredictedByTheOthersOnly() {
        Embedding map = new Embedding(new float[] {0, 1, 2, 10, 11, 12, 0.5f, 10.5f}, 1);
        double[] values = {1, 1, 1, 9, 9, 9, 2, 8};
        int[] known = {0, 1, 2, 3, 4, 5};
        try (Parallel parallel = new Parallel(1)) {
            Target target = new Target("y", values);
            // Predicted 1 and 9 for 2 and 8, whose mean is 5.
            assertThat(KnnR2.of(map, target, known, new int[] {6, 7}, 2, parallel))
                    .isCloseTo(1 - 2.0 / 18, within(1e-12));
            assertThat(KnnR2.of(map, target, known, new int[0], 2, parallel)).isNaN();
            assertThat(KnnR2.of(map, target, new int[] {1}, new int[] {6, 7}, 2, parallel))
                    .isNaN();
        }
    }
}
