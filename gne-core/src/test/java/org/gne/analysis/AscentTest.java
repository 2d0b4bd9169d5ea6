package org.gne.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.mixture.MapMixture;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.junit.jupiter.api.Test;

class AscentTest {

    /** Rows in a disc of radius about 2 around (1, 0, 0 ...). */
    private static Embedding heap(int dim) {
        Random random = new Random(3);
        float[] values = new float[2000 * dim];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 0.7f + (i % dim == 0 ? 1 : 0);
        }
        return new Embedding(values, dim);
    }

    private static MapMixture mixture(Embedding map) {
        try (Parallel parallel = new Parallel(2)) {
            return MapMixture.fit(map, null, 1, parallel);
        }
    }

    /** -|z - target|^2 */
    private record Hill(float... target) implements Objective {
        @Override
        public void evaluate(float[][] places, double[] values, double[][] gradients) {
            for (int i = 0; i < places.length; i++) {
                values[i] = 0;
                for (int axis = 0; axis < target.length; axis++) {
                    double d = (double) places[i][axis] - target[axis];
                    values[i] -= d * d;
                    gradients[i][axis] = -2 * d;
                }
            }
        }
    }

    @Test
    void aTopAmongTheRowsIsFound() {
        for (int dim : new int[] {1, 2, 5}) {
            Embedding map = heap(dim);
            float[] top = new float[dim];
            top[0] = 1.3f;
            Ascent.Peak peak = Ascent.highest(new Hill(top), map, mixture(map), 1);
            assertThat(peak.place()).containsExactly(top, offset(1e-4f));
            assertThat(peak.value()).isCloseTo(0, offset(1e-6));
        }
    }

    @Test
    void aTopBeyondTheRowsIsApproachedAsFarAsTheyLie() {
        Embedding map = heap(2);
        MapMixture mixture = mixture(map);
        Hill far = new Hill(9, 6);
        Ascent.Peak peak = Ascent.highest(far, map, mixture, 1);
        assertThat(mixture.isSparse(peak.place())).isFalse();
        assertThat(mixture.isSparse(new float[] {peak.place()[0] + 0.05f, peak.place()[1] + 0.03f}))
                .isTrue();
        // No place of a fine grid among the rows is better.
        double best = Double.NEGATIVE_INFINITY;
        for (float x = -3; x < 5; x += 0.01f) {
            for (float y = -4; y < 4; y += 0.01f) {
                float[] place = {x, y};
                double[] value = new double[1];
                far.evaluate(new float[][] {place}, value, new double[1][2]);
                best = value[0] > best && !mixture.isSparse(place) ? value[0] : best;
            }
        }
        assertThat(peak.value()).isGreaterThan(best - 0.05);
    }

    @Test
    void slopesOfAFeatureAreThoseOfFiniteDifferences() {
        MlpShape shape = new MlpShape(2, 16, 2, Heads.unit(5));
        ResidualMlp decoder = ResidualMlp.glorot(shape, CounterRandom.of(4, "test"));
        FeatureObjective feature = new FeatureObjective(decoder, 3);
        float[][] places = new float[70][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new float[] {0.1f * i - 3, 0.5f - 0.05f * i};
        }
        double[] values = new double[70];
        double[][] slopes = new double[70][2];
        feature.evaluate(places, values, slopes);
        float step = 1e-2f;
        for (int i : new int[] {0, 33, 69}) {
            assertThat((float) values[i]).isEqualTo(decoder.decode(new float[][] {places[i]})[0][3]);
            for (int axis = 0; axis < 2; axis++) {
                float[] above = places[i].clone();
                float[] below = places[i].clone();
                above[axis] += step;
                below[axis] -= step;
                float[][] around = decoder.decode(new float[][] {above, below});
                assertThat(slopes[i][axis]).isCloseTo((around[0][3] - around[1][3]) / (2 * step), offset(2e-3));
            }
        }
    }
}
