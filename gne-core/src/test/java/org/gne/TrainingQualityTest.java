package org.gne;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.gne.quality.Preservation;
import org.gne.quality.ReconstructionError;
import org.gne.search.SearchOptions;
import org.junit.jupiter.api.Test;

/** On data of known structure a map is as good as it was when its bounds were measured, to within a fifth. */
class TrainingQualityTest {

    private static final Samples ROLL = swissRoll(1500, 30);

    private static final GneOptions OPTIONS = options();

    private static GneOptions options() {
        GneOptions options = GneOptions.of(Preset.FAST).withThreads(2);
        return options.withTraining(options.training().withEpochs(15).withBatch(128));
    }

    /** A rolled-up strip in 3-D, turned into {@code width} columns by a fixed random linear map, with a little noise. */
    private static Samples swissRoll(int rows, int width) {
        Random random = new Random(7);
        double[][] lift = new double[3][width];
        for (double[] axis : lift) {
            for (int j = 0; j < width; j++) {
                axis[j] = random.nextGaussian();
            }
        }
        float[][] values = new float[rows][width];
        for (float[] row : values) {
            double angle = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
            double[] point = {angle * Math.cos(angle), 21 * random.nextDouble(), angle * Math.sin(angle)};
            for (int j = 0; j < width; j++) {
                double value = 0.05 * random.nextGaussian();
                for (int k = 0; k < 3; k++) {
                    value += point[k] * lift[k][j];
                }
                row[j] = (float) value;
            }
        }
        return Samples.of(values);
    }

    private static double error(GneModel model) {
        return ReconstructionError.mean(model.reconstructionErrors(ROLL, 2));
    }

    /** Measured: error 0.0299, trustworthiness 0.995; without the search 0.0505. */
    @Test
    void aRolledStripIsExplainedAndNeighboursStayNeighbours() {
        GneModel model = Gne.fit(ROLL, OPTIONS);
        assertThat(error(model)).isLessThan(0.036);
        try (Parallel parallel = new Parallel(2)) {
            Preservation kept = Preservation.of(ROLL.scaled(model.scaling()), model.embedding(), 12, 1, parallel);
            assertThat(kept.trustworthiness()).isGreaterThan(0.98);
        }
    }

    /** Bright spots on black: a decoder driven to black at first has a sigmoid without slope and stays there. */
    @Test
    void darkImagesAreFitted() {
        int rows = 400;
        byte[] pixels = new byte[rows * 256];
        double[] mean = new double[256];
        for (int i = 0; i < rows; i++) {
            int spot = 3 + i % 10 + 16 * (3 + i * 7 / 10 % 10);
            for (int at : new int[] {spot, spot + 1, spot + 16, spot + 17}) {
                pixels[256 * i + at] = (byte) 200;
                mean[at] += 200 / 255.0 / rows;
            }
        }
        double ofMean = 0;
        for (int i = 0; i < pixels.length; i++) {
            double d = (pixels[i] & 255) / 255.0 - mean[i % 256];
            ofMean += d * d / pixels.length;
        }
        Samples dark = Samples.ofBytes(pixels, new Schema.Picture(16, 16, 1));
        GneModel model = Gne.fit(dark, GneOptions.of(Preset.FAST).withThreads(2));
        assertThat(ReconstructionError.mean(model.reconstructionErrors(dark, 2)))
                .isLessThan(0.5 * ofMean);
    }

    @Test
    void globalSearchLowersTheError() {
        GneModel without = Gne.fit(ROLL, OPTIONS.withTraining(OPTIONS.training().withSearch(SearchOptions.OFF)));
        assertThat(error(Gne.fit(ROLL, OPTIONS))).isLessThan(0.8 * error(without));
    }
}
