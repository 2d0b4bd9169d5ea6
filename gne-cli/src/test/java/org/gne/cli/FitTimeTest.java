package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gne fit --time}. */
class FitTimeTest {

    private static final Pattern NOTE = Pattern.compile(
            "note: (\\d+) epochs? of \\S+ s fits? into the time; --epochs (\\d+) with the same seed gives the same map");

    @TempDir
    Path directory;

    private Path table() throws IOException {
        StringBuilder text = new StringBuilder("x,y,z\n");
        for (int i = 0; i < 60; i++) {
            text.append("%d,%d,%d%n".formatted(i % 3, i % 5, i % 7));
        }
        return Files.writeString(directory.resolve("table.csv"), text);
    }

    @Test
    void theChosenEpochsAreSaidAndGiveTheSameMap() throws IOException {
        Path table = table();
        Path timed = directory.resolve("timed");
        Run run = Run.of("fit", table, "--preset", "fast", "--time", "0.3s", "--out", timed);
        assertThat(run.code()).as(run.err()).isZero();
        Matcher note = NOTE.matcher(run.err());
        assertThat(note.find()).as(run.err()).isTrue();
        assertThat(note.group(1)).isEqualTo(note.group(2));
        Path counted = directory.resolve("counted");
        Run.of("fit", table, "--preset", "fast", "--epochs", note.group(1), "--quiet", "--out", counted);
        assertThat(counted.resolve("embedding.csv")).hasSameBinaryContentAs(timed.resolve("embedding.csv"));
    }

    @Test
    void aWrongTimeIsRefused() throws IOException {
        Path table = table();
        Run run = Run.of("fit", table, "--time", "soon", "--out", directory.resolve("out"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--time: found 'soon', expected a time such as 30s, 5m or 1h30m");
        run = Run.of("fit", table, "--time", "30s", "--epochs", 3, "--out", directory.resolve("out"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--time and --epochs");
    }
}
