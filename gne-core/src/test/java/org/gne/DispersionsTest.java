package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.nn.Stretch;
import org.junit.jupiter.api.Test;

class DispersionsTest {

    private static final int ROWS = 1200;
    private static final int WIDTH = 40;

    /**
     * Counts of three groups whose means differ by a factor of 5, in rows whose totals differ: negative binomial with
     * dispersion 2 in one half of the columns, Poisson in the other.
     */
    @Test
    void dispersionsAreThoseAroundTheDecodedMeans() {
        Random random = new Random(3);
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < ROWS; i++) {
            double depth = 0.5 + random.nextDouble();
            for (int j = 0; j < WIDTH; j++) {
                double mean = 6 * depth * (j % 3 == i % 3 ? 5 : 1);
                // A gamma variable of shape 2 is half the sum of two exponential ones.
                double gamma = j % 2 == 0 ? -0.5 * (Math.log(random.nextDouble()) + Math.log(random.nextDouble())) : 1;
                values[i * WIDTH + j] = poisson(mean * gamma, random);
            }
        }
        Schema schema = new Schema.Columns(
                IntStream.range(0, WIDTH).mapToObj(j -> Column.count("c" + j)).toList());
        GneModel model = Gne.fit(
                Samples.ofFloats(values, schema), GneOptions.of(Preset.FAST).withEpochs(30));
        Stretch counts = model.decoder().heads().stretches().get(0);
        double[] expected = aroundTheDecoded(values, model);
        double[][] found = new double[2][WIDTH / 2];
        for (int j = 0; j < WIDTH; j++) {
            assertThat(counts.dispersion()[j]).isCloseTo((float) expected[j], withinPercentage(1));
            found[j % 2][j / 2] = counts.dispersion()[j];
        }
        // The coordinates and the decoder have learnt some of the chance in these rows, so that less of it is left
        // around the means.
        assertThat(median(found[0])).isBetween(2.0, 6.0);
        assertThat(median(found[1])).isGreaterThan(80);
    }

    /** The moments, over all rows: {@code 1 / r} is the sum of {@code (x - m)^2 - m} divided by that of {@code m^2}. */
    private static double[] aroundTheDecoded(float[] values, GneModel model) {
        float[][] means = model.generate(model.embedding().toArray());
        double usual = 0;
        for (float value : values) {
            usual += value / ROWS;
        }
        double[] excess = new double[WIDTH];
        double[] squares = new double[WIDTH];
        for (int i = 0; i < ROWS; i++) {
            double total = 0;
            for (int j = 0; j < WIDTH; j++) {
                total += values[i * WIDTH + j];
            }
            for (int j = 0; j < WIDTH; j++) {
                double m = total / usual * means[i][j];
                double x = values[i * WIDTH + j];
                excess[j] += (x - m) * (x - m) - m;
                squares[j] += m * m;
            }
        }
        return IntStream.range(0, WIDTH)
                .mapToDouble(j -> excess[j] > 0 ? Math.min(1e6, squares[j] / excess[j]) : 1e6)
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static int poisson(double mean, Random random) {
        double sum = -Math.log(random.nextDouble());
        int count = 0;
        for (; sum < mean; count++) {
            sum -= Math.log(random.nextDouble());
        }
        return count;
    }
}
