package org.gne.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Column;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.kernel.Parallel;
import org.junit.jupiter.api.Test;

class MarkersTest {

    private static final int ROWS = 90;
    private static final int WIDTH = 24;

    /** Rows of two classes and of none; column 3 is high in the first class, column 5 only occurs in the second. */
    @Test
    void columnsThatAreHighInAClassAreItsMarkers() {
        float[] values = new float[ROWS * WIDTH];
        String[] names = new String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            names[i] = i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : null;
            for (int j = 0; j < WIDTH; j++) {
                values[i * WIDTH + j] = 2;
            }
            values[i * WIDTH + 3] = i % 3 == 0 ? 20 : 2;
            values[i * WIDTH + 5] = i % 3 == 1 ? 6 : 0;
        }
        Schema schema = new Schema.Columns(
                IntStream.range(0, WIDTH).mapToObj(j -> Column.count("g" + j)).toList());
        Samples counts = Samples.ofFloats(values, schema);
        Labels labels = Labels.of(names);
        GneModel model = Gne.fit(counts, GneOptions.of(Preset.FAST).withEpochs(200));
        try (Parallel parallel = new Parallel(2)) {
            Markers markers = Markers.of(counts, model.embedding(), model.decoder(), labels, parallel);
            assertThat(markers.classes()).containsExactly("a", "b");
            assertThat(markers.leading(0, 1)).containsExactly(3);
            assertThat(markers.leading(1, 1)).containsExactly(5);
            // Rows of a have a total of 64, of b of 52, of none of 46.
            double here = 20 * 1e4 / 64;
            double elsewhere = (2 * 1e4 / 52 + 2 * 1e4 / 46) / 2;
            double fold = Math.log((here + 1) / (elsewhere + 1)) / Math.log(2);
            assertThat(markers.measured()[0][3]).isCloseTo(fold, within(1e-4));
            assertThat(markers.decoded()[0][3]).isCloseTo(fold, within(0.7));
            assertThat(markers.detected()[1][5]).isEqualTo(1);
            assertThat(markers.detectedElsewhere()[1][5]).isZero();
            assertThat(markers.detected()[0][5]).isZero();
            assertThat(markers.detectedElsewhere()[0][5]).isEqualTo(0.5);
            assertThatThrownBy(() -> Markers.of(counts.limit(9), model.embedding(), model.decoder(), labels, parallel))
                    .hasMessage("90 places and 90 labels for 9 rows, expected as many");
        }
    }
}
