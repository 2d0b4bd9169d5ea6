package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.gne.kernel.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows drawn at random. */
final class HeadDrawTest {

    private static final int DRAWS = 20_000;

    private static final CounterRandom RANDOM = CounterRandom.of(3, "draws");

    /** Draws of one row: {@code [DRAWS][width]}. */
    private static float[][] draws(Heads heads, float... means) {
        float[][] rows = new float[DRAWS][];
        for (int i = 0; i < DRAWS; i++) {
            rows[i] = means.clone();
            heads.draw(rows[i], RANDOM, (long) i * heads.width());
        }
        return rows;
    }

    private static double mean(float[][] rows, int column) {
        double sum = 0;
        for (float[] row : rows) {
            sum += row[column];
        }
        return sum / rows.length;
    }

    /** Some five standard errors. */
    private static double near(double probability) {
        return 5 * Math.sqrt(probability * (1 - probability) / DRAWS);
    }

    @Test
    void booleansAndCategoriesComeByTheirProbabilities() {
        Heads heads = new Heads(List.of(
                Stretch.of(HeadKinds.REAL, 0, 1),
                Stretch.of(HeadKinds.BINARY, 1, 3),
                Stretch.of(HeadKinds.CATEGORICAL, 4, 4),
                Stretch.of(HeadKinds.UNIT, 8, 1)));
        float[] means = {-7.5f, 0, 0.3f, 1, 0.5f, 0, 0.49f, 0.01f, 0.4f};
        float[][] rows = draws(heads, means);
        for (float[] row : rows) {
            // Numbers and pixels stay as they are.
            assertThat(row[0]).isEqualTo(-7.5f);
            assertThat(row[8]).isEqualTo(0.4f);
            for (int j = 1; j < 8; j++) {
                assertThat(row[j]).isIn(0f, 1f);
            }
            assertThat(row[4] + row[5] + row[6] + row[7]).isEqualTo(1);
        }
        for (int j = 1; j < 8; j++) {
            assertThat(mean(rows, j)).as("column %d", j).isCloseTo(means[j], offset(near(means[j]) + 1e-9));
        }
    }

    @Test
    void columnsAreDrawnOneWithoutTheOther() {
        float[][] rows = draws(Heads.of(HeadKinds.BINARY, 2), 0.5f, 0.5f);
        double both = 0;
        for (float[] row : rows) {
            both += row[0] * row[1] / DRAWS;
        }
        assertThat(both).isCloseTo(0.25, offset(near(0.25)));
    }

    @Test
    void aCategoryIsDrawnEvenWhereRoundingLeavesALittle() {
        float[] means = {0.3f, 0.3f, 0.3f};
        float[][] rows = draws(Heads.of(HeadKinds.CATEGORICAL, 3), means);
        assertThat(mean(rows, 0) + mean(rows, 1) + mean(rows, 2)).isCloseTo(1, offset(1e-9));
    }

    /** Chi-square over the counts that are expected at least five times: the mean of its distribution and 5 deviations. */
    @ParameterizedTest
    @CsvSource({"0.2, 1e6", "3, 1e6", "3, 0.5", "40, 7", "0.01, 0.1"})
    void countsComeByTheirProbabilities(float mean, float dispersion) {
        float[][] rows = draws(counts(dispersion), mean);
        double each = Math.pow(dispersion / (dispersion + (double) mean), dispersion);
        double square = 0;
        double left = DRAWS;
        int cells = 0;
        for (int x = 0; x < 1000; x++) {
            double expected = DRAWS * each;
            int count = x;
            long found = List.of(rows).stream().filter(row -> row[0] == count).count();
            if (expected >= 5) {
                square += Math.pow(found - expected, 2) / expected;
                left -= expected;
                cells++;
            }
            each *= (x + (double) dispersion) / (x + 1) * mean / (mean + (double) dispersion);
        }
        assertThat(left).as("draws in rare cells").isLessThan(DRAWS * 0.02);
        assertThat(square).isLessThan(cells + 5 * Math.sqrt(2 * cells));
    }

    @ParameterizedTest
    @CsvSource({"600, 1e6", "2000, 1e6", "2000, 300", "50000, 1e6"})
    void largeCountsHaveTheMeanAndVarianceOfTheirDistribution(double mean, double dispersion) {
        float[][] rows = draws(counts((float) dispersion), (float) mean);
        double variance = mean + mean * mean / dispersion;
        double square = 0;
        double cube = 0;
        for (float[] row : rows) {
            assertThat(row[0]).isEqualTo((float) Math.rint(row[0])).isNotNegative();
            square += Math.pow(row[0] - mean, 2) / DRAWS;
            cube += Math.pow(row[0] - mean, 3) / DRAWS;
        }
        assertThat(mean(rows, 0)).isCloseTo(mean, offset(5 * Math.sqrt(variance / DRAWS)));
        assertThat(square / variance).isCloseTo(1, offset(0.05));
        double skewness = (1 + 2 * mean / dispersion) / Math.sqrt(variance);
        assertThat(cube / Math.pow(variance, 1.5)).isCloseTo(skewness, offset(0.1));
    }

    private static Heads counts(float dispersion) {
        float[] one = {1};
        return new Heads(List.of(Stretch.counts(0, one, one, new float[] {dispersion}, one)));
    }
}
