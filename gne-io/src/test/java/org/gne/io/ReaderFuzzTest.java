package org.gne.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that a coverage-guided fuzzer makes: each gives rows, or one line that names the file. {@code .ci/fuzz} looks for new
 * ones; a normal build reads those it found, in the resources {@code ReaderFuzzTestInputs}, and the files they are made
 * from.
 */
@Timeout(30)
class ReaderFuzzTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    /** The rows, classes and ids of {@link FuzzSeeds}' files of several arrays. */
    private static final ReadOptions NAMED =
            DEFAULTS.withArray("x").withColumns(ColumnChoice.ALL.withLabel("y").withId("z"));

    @TempDir
    static Path directory;

    static Stream<byte[]> npySeeds() {
        return FuzzSeeds.npy();
    }

    static Stream<byte[]> npzSeeds() {
        return FuzzSeeds.npz();
    }

    static Stream<byte[]> idxSeeds() {
        return FuzzSeeds.idx();
    }

    static Stream<byte[]> safeTensorsSeeds() {
        return FuzzSeeds.safeTensors();
    }

    static Stream<byte[]> excelSeeds() {
        return FuzzSeeds.excel();
    }

    @MethodSource("npySeeds")
    @FuzzTest
    void npy(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("a.npy"), content);
        rows(file, DEFAULTS);
        labels(file);
    }

    @MethodSource("npzSeeds")
    @FuzzTest
    void npz(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("a.npz"), content);
        rows(file, DEFAULTS);
        rows(file, NAMED);
    }

    @MethodSource("idxSeeds")
    @FuzzTest
    void idx(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("a.idx"), content);
        rows(file, DEFAULTS);
        labels(file);
    }

    @MethodSource("safeTensorsSeeds")
    @FuzzTest
    void safeTensors(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("a.safetensors"), content);
        rows(file, DEFAULTS);
        rows(file, NAMED);
    }

    @MethodSource("excelSeeds")
    @FuzzTest
    void excel(byte[] content) throws IOException {
        rows(Files.write(directory.resolve("a.xlsx"), content), DEFAULTS);
    }

    static Stream<byte[]> archiveSeeds() {
        return FuzzSeeds.archive();
    }

    @MethodSource("archiveSeeds")
    @FuzzTest
    void archive(byte[] content) throws IOException {
        rows(Files.write(directory.resolve("a.zip"), content), DEFAULTS);
    }

    static Stream<byte[]> hdfSeeds() throws IOException {
        return FuzzSeeds.hdf();
    }

    @MethodSource("hdfSeeds")
    @FuzzTest
    void hdf(byte[] content) throws IOException {
        rows(Files.write(directory.resolve("a.h5ad"), content), DEFAULTS);
    }

    static Stream<byte[]> matSeeds() throws IOException {
        return FuzzSeeds.resources("matlab/plain.mat", "matlab/packed.mat");
    }

    @MethodSource("matSeeds")
    @FuzzTest
    void mat(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("a.mat"), content);
        rows(
                file,
                DEFAULTS.withArray("X")
                        .withColumns(ColumnChoice.ALL.withLabel("y").withId("z")));
    }

    static Stream<byte[]> wordSeeds() {
        return FuzzSeeds.words();
    }

    @MethodSource("wordSeeds")
    @FuzzTest
    void words(byte[] content) throws IOException {
        rows(Files.write(directory.resolve("words.bin"), content), DEFAULTS);
    }

    private static void rows(Path file, ReadOptions options) {
        Dataset data;
        try {
            data = Inputs.read(file.toString(), options);
        } catch (InputException e) {
            requireOneLine(file, e);
            return;
        }
        float[] row = new float[data.samples().width()];
        for (int i = 0; i < data.samples().size(); i++) {
            data.samples().read(i, row, 0);
            for (float value : row) {
                assertThat(Float.isInfinite(value)).isFalse();
            }
        }
        if (data.labels() != null) {
            requireClasses(data.labels());
        }
    }

    private static void labels(Path file) throws IOException {
        try {
            InputSource source = InputSource.of(file.toString());
            requireClasses(Inputs.format(source).labels(source, 4));
        } catch (InputException e) {
            requireOneLine(file, e);
        }
    }

    private static void requireClasses(Labels labels) {
        for (int label : labels.classes()) {
            assertThat(label).isBetween(-1, labels.names().size() - 1);
        }
    }

    private static void requireOneLine(Path file, InputException e) {
        assertThat(e).hasMessageStartingWith(file.toString());
        assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(1000);
    }
}
