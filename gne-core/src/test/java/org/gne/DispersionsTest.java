package org.gne;

import static org.assertj.core.api.Assertions.assertThat;

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
        for (int j = 0; j < WIDTH; j++) {
            float r = counts.dispersion()[j];
            assertThat(r).isBetween(j % 2 == 0 ? 1.2f : 10f, j % 2 == 0 ? 12f : 2e6f);
        }
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
