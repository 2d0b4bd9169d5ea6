package org.gne.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class AffinitiesTest {

    @Test
    void conditionalsHaveThePerplexity() {
        Random random = new Random(1);
        float[] distances = new float[60];
        for (double scale : new double[] {1e-6, 1, 1e6}) {
            float sum = 0;
            for (int j = 0; j < distances.length; j++) {
                sum += (float) (scale * random.nextDouble());
                distances[j] = sum;
            }
            float[] p = new float[60];
            new Perplexity(12, 60).conditional(distances, 0, p, 0);
            double entropy = 0;
            double total = 0;
            for (float each : p) {
                total += each;
                entropy -= each > 0 ? each * Math.log(each) : 0;
            }
            assertThat(total).isCloseTo(1, Offset.offset(1e-5));
            assertThat(Math.exp(entropy)).as("scale %s", scale).isCloseTo(12, Offset.offset(0.01));
        }
    }

    @Test
    void equalDistancesAreEquallyNear() {
        float[] p = new float[8];
        new Perplexity(3, 8).conditional(new float[8], 0, p, 0);
        for (float each : p) {
            assertThat(each).isCloseTo(1f / 8, Offset.offset(1e-6f));
        }
    }

    @Test
    void jointIsSymmetricSortedAndSumsToOne() {
        Random random = new Random(2);
        float[] values = new float[3 * 700];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        try (Parallel parallel = new Parallel(2)) {
            NeighborGraph graph = new ExactSearch(new Embedding(values, 3)).graph(30, parallel);
            Affinities joint = Affinities.of(graph, 10, parallel);
            double[][] dense = new double[700][700];
            double sum = 0;
            for (int i = 0; i < 700; i++) {
                for (int e = joint.starts()[i]; e < joint.starts()[i + 1]; e++) {
                    assertThat(e == joint.starts()[i] || joint.columns()[e] > joint.columns()[e - 1])
                            .isTrue();
                    dense[i][joint.columns()[e]] = joint.values()[e];
                    sum += joint.values()[e];
                }
            }
            assertThat(sum).isCloseTo(1, Offset.offset(1e-4));
            for (int i = 0; i < 700; i++) {
                assertThat(dense[i][i]).isZero();
                for (int j = 0; j < i; j++) {
                    assertThat(dense[i][j]).isEqualTo(dense[j][i]);
                }
            }
        }
    }
}
