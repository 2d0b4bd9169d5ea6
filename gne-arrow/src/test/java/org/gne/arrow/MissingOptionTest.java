package org.gne.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java without the option that Arrow needs. */
class MissingOptionTest {

    @TempDir
    Path directory;

    /** Prints why a file cannot be read. */
    public static void main(String[] args) {
        try {
            Inputs.read(args[0], ReadOptions.defaults());
            System.out.println("read");
        } catch (InputException e) {
            System.out.println(e.getMessage());
        }
    }

    @Test
    void theOptionIsNamed() throws IOException {
        Path file = Files.write(directory.resolve("a.arrow"), "ARROW1".getBytes(StandardCharsets.US_ASCII));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classes, MissingOptionTest.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said)
                .startsWith(file + ": Arrow needs the option --add-opens=java.base/java.nio=ALL-UNNAMED of Java");
    }
}
