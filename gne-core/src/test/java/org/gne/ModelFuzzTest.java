package org.gne;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Model files that a coverage-guided fuzzer makes. {@code .ci/fuzz} looks for new ones; a normal build reads those it found,
 * in the resources {@code ModelFuzzTestInputs}, and the files they are made from.
 */
@Timeout(30)
class ModelFuzzTest {

    @TempDir
    static Path directory;

    static Stream<byte[]> models() {
        return Stream.of("pictures", "table", "volume", "checkpoint").map(ModelFuzzTest::fixture);
    }

    private static byte[] fixture(String name) {
        String resource = "models/0.1.0/" + name + ".safetensors";
        try (InputStream in = Objects.requireNonNull(ModelFuzzTest.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Either a model that draws samples, or one line that names the file. */
    @MethodSource("models")
    @FuzzTest
    void model(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("model.safetensors"), content);
        GneModel model;
        try {
            model = GneModel.load(file);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(1000);
            return;
        }
        assertThat(model.generate(new float[1][model.dim()])[0])
                .hasSize(model.schema().width());
    }
}
