package org.gne.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class LastLayerTest {

    private static final int ROWS = 700;

    private final Random random = new Random(1);
    private final Embedding map = map();

    private Embedding map() {
        float[] places = new float[2 * ROWS];
        for (int i = 0; i < places.length; i++) {
            places[i] = (float) random.nextGaussian();
        }
        return new Embedding(places, 2);
    }

    private static ResidualMlp decoder(Heads heads, long seed) {
        return ResidualMlp.glorot(new MlpShape(2, 12, 2, heads), CounterRandom.of(seed, "test"));
    }

    private float[][] generated(ResidualMlp decoder) {
        float[][] places = new float[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            places[i] = new float[] {map.get(i, 0), map.get(i, 1)};
        }
        return decoder.decode(places);
    }

    /** Over the known values. */
    private double error(ResidualMlp decoder, float[][] rows) {
        float[][] generated = generated(decoder);
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                sum += Float.isNaN(rows[i][j]) ? 0 : Math.pow(rows[i][j] - generated[i][j], 2);
            }
        }
        return sum / ROWS;
    }

    private ResidualMlp solved(ResidualMlp decoder, float[][] rows, int threads) {
        try (Parallel parallel = new Parallel(threads)) {
            return LastLayer.solved(decoder, map, Samples.of(rows), parallel);
        }
    }

    private float[][] noise(int width) {
        float[][] rows = new float[ROWS][width];
        for (float[] row : rows) {
            for (int j = 0; j < width; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return rows;
    }

    @Test
    void findsTheWeightsThatMadeTheRows() {
        ResidualMlp truth = decoder(Heads.real(70), 2);
        float[] other = truth.parameters().clone();
        int from = truth.shape().outputWeights();
        for (int i = from; i < other.length; i++) {
            other[i] = (float) (0.3 * random.nextGaussian());
        }
        ResidualMlp trained = new ResidualMlp(truth.shape(), other);
        float[][] rows = generated(truth);
        assertThat(error(solved(trained, rows, 2), rows)).isLessThan(1e-3 * error(trained, rows));
    }

    @Test
    void isTheMinimumOfTheErrorAndOfThePenalty() {
        ResidualMlp trained = decoder(Heads.real(3), 3);
        float[][] rows = noise(3);
        ResidualMlp solved = solved(trained, rows, 1);
        double least = error(solved, rows);
        assertThat(least).isLessThan(error(trained, rows));
        // The ridge is small: no weight can be changed for a gain that is worth mentioning.
        int from = trained.shape().outputWeights();
        for (int i = from; i < trained.parameters().length; i++) {
            for (float step : new float[] {-0.01f, 0.01f}) {
                float[] changed = solved.parameters().clone();
                changed[i] += step;
                assertThat(error(new ResidualMlp(trained.shape(), changed), rows))
                        .as("parameter %d", i)
                        .isGreaterThan(least - 1e-3 * least);
            }
        }
    }

    @Test
    void missingValuesDoNotRaiseTheErrorOfTheKnown() {
        ResidualMlp trained = decoder(Heads.real(5), 4);
        float[][] rows = generated(decoder(Heads.real(5), 5));
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextInt(3) == 0 ? Float.NaN : row[j];
            }
        }
        assertThat(error(solved(trained, rows, 2), rows)).isLessThan(0.9 * error(trained, rows));
    }

    @Test
    void isTheSameWhateverTheThreads() {
        ResidualMlp trained = decoder(Heads.real(130), 6);
        float[][] rows = noise(130);
        assertThat(solved(trained, rows, 3).parameters())
                .isEqualTo(solved(trained, rows, 1).parameters());
    }

    @Test
    void otherHeadsKeepTheirWeights() {
        ResidualMlp unit = decoder(Heads.unit(4), 7);
        assertThat(solved(unit, noise(4), 1)).isSameAs(unit);
        Heads mixed = new Heads(List.of(Stretch.of(HeadKinds.BINARY, 0, 2), Stretch.of(HeadKinds.REAL, 2, 2)));
        ResidualMlp trained = decoder(mixed, 8);
        float[][] rows = noise(4);
        for (float[] row : rows) {
            row[0] = row[0] > 0 ? 1 : 0;
            row[1] = row[1] > 0 ? 1 : 0;
        }
        float[] before = trained.parameters();
        float[] after = solved(trained, rows, 1).parameters();
        int from = trained.shape().outputWeights();
        for (int i = 0; i < before.length; i++) {
            boolean free = i >= from && (i - from) % 4 >= 2;
            assertThat(after[i] != before[i]).as("parameter %d changes", i).isEqualTo(free);
        }
    }
}
