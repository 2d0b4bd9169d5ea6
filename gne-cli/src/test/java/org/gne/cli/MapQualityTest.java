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

/** Maps of 10,000 pictures by the command with its default preset are as good as measured, to within a twentieth or so. */
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

    @Test
    void digits() throws IOException {
        Map<String, Object> metrics = fit("mnist");
        System.out.println(metrics);
        assertThat(figure(metrics, "reconstructionMse")).isLessThan(0.0275);
        assertThat(figure(metrics, "knnAccuracy")).isGreaterThan(0.92);
        assertThat(figure(metrics, "trustworthiness")).isGreaterThan(0.96);
        assertThat(figure(metrics, "continuity")).isGreaterThan(0.94);
    }

    @Test
    void clothes() throws IOException {
        Path train = FASHION.resolve("train-images-idx3-ubyte.gz");
        assumeTrue(Files.exists(train), "Fashion-MNIST (Debian's dataset-fashion-mnist) is not installed");
        Map<String, Object> metrics = fit(train);
        System.out.println(metrics);
        assertThat(figure(metrics, "reconstructionMse")).isLessThan(0.0200);
        assertThat(figure(metrics, "knnAccuracy")).isGreaterThan(0.76);
        assertThat(figure(metrics, "trustworthiness")).isGreaterThan(0.975);
        assertThat(figure(metrics, "continuity")).isGreaterThan(0.97);
    }
}
