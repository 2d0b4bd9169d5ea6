package org.gne.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrow files that a coverage-guided fuzzer makes: each gives rows, or one line that names the file. */
@Timeout(30)
class ArrowFuzzTest {

    @TempDir
    static Path directory;

    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : List.of("lz4.feather", "uncompressed.feather", "stream.arrows")) {
            try (InputStream in = Objects.requireNonNull(ArrowFuzzTest.class.getResourceAsStream(name))) {
                seeds.add(in.readAllBytes());
            }
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest
    void arrow(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("a.arrow"), content);
        try {
            assertThat(Inputs.read(file.toString(), ReadOptions.defaults())
                            .samples()
                            .size())
                    .isPositive();
        } catch (InputException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThan(1000);
        }
    }
}
