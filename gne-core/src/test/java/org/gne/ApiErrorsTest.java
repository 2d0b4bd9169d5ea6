package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.nn.Stretch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation of the library says is thrown. */
class ApiErrorsTest {

    private static final float[][] X = Clusters.rows(60, 4);

    private static final GneOptions QUICK =
            GneOptions.of(Preset.FAST).withHidden(8).withBlocks(1).withEpochs(2);

    private static final GneModel MODEL = Gne.fit(Dataset.of(X).withLabels(Labels.of(new int[60])), QUICK);

    @TempDir
    Path directory;

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    @Test
    void aRowThatIsNullIsNamed() {
        float[][] rows = X.clone();
        rows[3] = null;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(rows))
                .withMessage("row 3 is null, expected 4 values (NaN for a missing one)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(new double[][] {null}))
                .withMessage("row 0 is null, expected values (NaN for a missing one)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(new double[][] {{1, 2}, {3}}))
                .withMessage("row 1 has 1 values, expected 2 as in row 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(new float[][] {{}}))
                .withMessage("row 0 has no values, expected at least 1");
    }

    @Test
    void doublesThatFloatsDoNotKeepAreRejectedWithTheRemedy() {
        double[][] times = new double[50][1];
        for (int i = 0; i < times.length; i++) {
            times[i][0] = 1.7e12 + 1000 * i;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(times))
                .withMessageStartingWith("column 0: found numbers around 1.700000025E12, whose differences a float")
                .withMessageEndingWith("subtract 1.700000025E12 first");
        double[][] large = {{1}, {2}, {1e39}};
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(large)).withMessageContaining("1.0E39");
    }

    @Test
    void aPartlyMissingCategoryIsRejected() {
        GneModel model = Gne.fit(Clusters.table(40, 0), QUICK);
        float[][] rows = {
            new float[model.schema().width()], new float[model.schema().width()]
        };
        Stretch category = model.decoder().heads().stretches().stream()
                .filter(stretch -> stretch.head().joint())
                .findFirst()
                .orElseThrow();
        rows[1][category.from()] = Float.NaN;
        String columns = "columns " + category.from() + " to " + (category.to() - 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.place(rows))
                .withMessage("row 1, " + columns + ": 1 values of a category are missing, expected none or all "
                        + category.width());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.placer().place(rows[1]))
                .withMessageContaining(columns);
    }

    @Test
    void tooManyValuesForAnArrayAreRejectedWithTheRemedy() {
        float[] wide = new float[1 << 20];
        float[][] rows = new float[1 << 12][];
        java.util.Arrays.fill(rows, wide);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.of(rows))
                .withMessageContaining("4096 rows of 1048576 values, together 4294967296, expected at most 2147483639")
                .withMessageContaining("implement Samples");
    }

    @Test
    void aCoordinateThatIsNotFiniteIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.generate(new float[][] {{0, 0}, {1, Float.NaN}}))
                .withMessage("point 1: found the coordinate NaN, expected a finite one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.generate(1))
                .withMessage("point 0 has 1 coordinates, expected 2");
    }

    @Test
    void anUnknownClassIsRejectedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.sample(3, 1, "seven"))
                .withMessage("class: found 'seven', expected one of 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of("a", "b").index("c"))
                .withMessage("class: found 'c', expected one of a, b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gne.fit(X, QUICK).sample(3, 1, "a"))
                .withMessageContaining("fitted without classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Labels.of(new int[] {0, -2}))
                .withMessageContaining("found -2");
    }

    @Test
    void withoutAMixtureThereAreNoRandomSamples() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PlainModel.of(MODEL).sample(1, 1))
                .withMessageContaining("withMixture");
    }

    @Test
    void aWrongPathIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.path(5, new float[] {0, 0}))
                .withMessageContaining("found 1 points, expected at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.path(2, new float[2], new float[2], new float[2]))
                .withMessageContaining("found 2, expected at least 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.path(5, new float[3], new float[3]))
                .withMessageContaining("expected 2 as the map has");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.path(5, new float[2], new float[3]))
                .withMessageContaining("expected as many");
    }

    @Test
    void idsOfOtherRowsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.withIds(Ids.of("a")))
                .withMessage("1 ids for 60 points, expected as many");
    }

    @Test
    void anInterruptedSaveLeavesTheFileAndSaysWhatToDo() throws Exception {
        Path file = directory.resolve("model.safetensors");
        MODEL.save(file);
        byte[] before = Files.readAllBytes(file);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> MODEL.save(file))
                .withMessageStartingWith(file + ": not written, because the thread is interrupted")
                .withMessageEndingWith("Thread.interrupted() clears the interrupt");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
        MODEL.save(file);
    }
}
