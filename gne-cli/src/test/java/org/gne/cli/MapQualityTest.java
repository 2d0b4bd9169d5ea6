package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of 10,000 pictures by the command with its default preset are about as good as they were when measured. */
class MapQualityTest {

    /** Where Debian's dataset-fashion-mnist puts its files. */
    private static final Path FASHION = Path.of("/usr/share/datasets/fashion-mnist");

    @TempDir
    Path directory;

    private Map<String, Object> fit(Object input) throws IOException {
        Path out = directory.resolve("map");
        Run run = Run.of("fit", input, "--limit", 10_000, "--threads", 2, "--out", out, "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        return JSON.std.mapFrom(Files.readString(out.resolve("metrics.json")));
    }

    private static double figure(Map<String, Object> metrics, String name) {
        return ((Number) metrics.get(name)).doubleValue();
    }

    /** Measured: 0.0262, 0.922, 0.981, 0.961. */
    @Test
    void digits() throws IOException {
        Map<String, Object> metrics = fit("mnist");
        assertThat(figure(metrics, "reconstructionMse")).isLessThan(0.0275);
        assertThat(figure(metrics, "knnAccuracy")).isGreaterThan(0.91);
        assertThat(figure(metrics, "trustworthiness")).isGreaterThan(0.975);
        assertThat(figure(metrics, "continuity")).isGreaterThan(0.95);
    }

    /** Measured: 0.0203, 0.759, 0.985, 0.977. */
    @Test
    void clothes() throws IOException {
        Path train = FASHION.resolve("train-images-idx3-ubyte.gz");
        assumeTrue(Files.exists(train), "Fashion-MNIST (Debian's dataset-fashion-mnist) is not installed");
        Map<String, Object> metrics = fit(train);
        assertThat(figure(metrics, "reconstructionMse")).isLessThan(0.0213);
        assertThat(figure(metrics, "knnAccuracy")).isGreaterThan(0.745);
        assertThat(figure(metrics, "trustworthiness")).isGreaterThan(0.98);
        assertThat(figure(metrics, "continuity")).isGreaterThan(0.97);
    }
}
