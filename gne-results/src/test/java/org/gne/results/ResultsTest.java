package org.gne.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    private static final GneOptions QUICK =
            GneOptions.of(Preset.FAST).withHidden(8).withBlocks(1).withEpochs(2);

    @TempDir
    Path directory;

    private static Dataset images() {
        byte[] values = new byte[80 * 6];
        int[] classes = new int[80];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i * 37 % 101 + 50 * (i / 6 % 2));
            classes[i / 6] = i / 6 % 2;
        }
        return new Dataset("stripes", Samples.ofBytes(values, new Schema.Picture(3, 2, 1)), Labels.of(classes));
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void theFilesOfAFitAreWritten() throws Exception {
        Path folder = directory.resolve("new").resolve("out");
        GneModel model = Gne.fit(images(), QUICK);
        Metrics metrics = Results.write(folder, images(), model);
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(ResultFiles.FIT);
        assertThat(Files.readString(folder.resolve(ResultFiles.METRICS)))
                .contains("\"embeddingSha256\" : \"" + model.embedding().sha256() + "\"")
                .contains("\"trustworthiness\"")
                .isEqualTo(metrics.json());
        assertThat(GneModel.load(folder.resolve(ResultFiles.MODEL)).labels()).isEqualTo(images().labels());
    }

    @Test
    void aLoadedModelHasTheSameResults() throws Exception {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        Results.write(first, images(), Gne.fit(images(), QUICK));
        Dataset unlabelled = images().withLabels(null);
        Results.write(second, unlabelled, GneModel.load(first.resolve(ResultFiles.MODEL)));
        for (String file : ResultFiles.FIT) {
            assertThat(second.resolve(file)).as(file).hasSameBinaryContentAs(first.resolve(file));
        }
    }

    @Test
    void rowsOfATableHaveNoGrid() throws Exception {
        float[][] rows = new float[40][3];
        for (int i = 0; i < rows.length; i++) {
            rows[i][i % 3] = i;
        }
        Results.write(directory, Dataset.of(rows), Gne.fit(rows, QUICK));
        List<String> expected = new ArrayList<>(ResultFiles.FIT);
        expected.remove(ResultFiles.GRID);
        assertThat(names(directory)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void otherRowsAreRejected() {
        GneModel model = Gne.fit(images(), QUICK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Results.write(directory, images().limit(3), model))
                .withMessage("stripes: 3 rows for a map of 80, expected the rows of the fit");
    }
}
