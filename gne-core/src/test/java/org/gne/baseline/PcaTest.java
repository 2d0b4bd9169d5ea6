package org.gne.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.gne.Clusters;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class PcaTest {

    @Test
    void rowsInAPlaneAreExplainedWhollyAndItsDistancesKept() {
        Random random = new Random(5);
        float[][] rows = new float[500][12];
        double[][] plane = new double[2][12];
        for (double[] axis : plane) {
            for (int j = 0; j < 12; j++) {
                axis[j] = random.nextGaussian();
            }
        }
        for (float[] row : rows) {
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            for (int j = 0; j < 12; j++) {
                row[j] = (float) (3 + u * plane[0][j] + v * plane[1][j]);
            }
        }
        EncodedMap map = fit(Samples.of(rows));
        assertThat(map.trainingLoss()).isLessThan(1e-10);
        float[][] back = map.generate(map.embedding().toArray());
        for (int i = 0; i < 500; i++) {
            assertThat(back[i]).containsExactly(rows[i], org.assertj.core.api.Assertions.within(1e-4f));
        }
        for (int i = 1; i < 500; i++) {
            double inData = distance(rows[i], rows[i - 1]);
            double onMap = distance(map.embedding().point(i), map.embedding().point(i - 1));
            assertThat(onMap).isCloseTo(inData, offset(1e-4 * (1 + inData)));
        }
    }

    /** Pythagoras: what the map does not hold is the error. */
    @Test
    void varianceOfTheDataIsThatOfTheMapAndTheError() {
        Samples samples = Clusters.samples(400, 20);
        EncodedMap map = fit(samples);
        double[] mean = new double[20];
        double[] square = new double[20];
        float[] row = new float[20];
        for (int i = 0; i < 400; i++) {
            samples.read(i, row, 0);
            for (int j = 0; j < 20; j++) {
                mean[j] += row[j] / 400.0;
                square[j] += row[j] * row[j] / 400.0;
            }
        }
        double total = 0;
        for (int j = 0; j < 20; j++) {
            total += square[j] - mean[j] * mean[j];
        }
        double onMap = 0;
        for (float value : map.embedding().values()) {
            onMap += value * value / 400.0;
        }
        assertThat(20 * map.trainingLoss() + onMap).isCloseTo(total, offset(1e-4 * total));
        assertThat(map.losses()).isEmpty();
        assertThat(map.divergence()).isEmpty();
    }

    @Test
    void whereTheDataHasFewerDirectionsTheOtherCoordinatesAreZero() {
        EncodedMap map = fit(Samples.of(new float[][] {{1}, {2}, {4}}));
        assertThat(map.embedding().dim()).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            assertThat(map.embedding().get(i, 1)).isZero();
        }
        assertThat(map.generate(map.embedding().toArray()))
                .satisfies(rows -> assertThat(rows[2][0]).isCloseTo(4, offset(1e-5f)));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }

    private static EncodedMap fit(Samples samples) {
        try (Parallel parallel = new Parallel(2)) {
            return Pca.fit(samples, 2, 1, parallel);
        }
    }
}
