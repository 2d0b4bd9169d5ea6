package org.gne.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java installation without fonts, as in small containers, is told apart from a fault of this program. */
class NoFontsTest {

    @TempDir
    Path directory;

    /** Run in a Java of its own: draws a map and prints what comes of it. */
    static final class Drawing {
        public static void main(String[] args) {
            try {
                MapPicture.write(
                        Path.of(args[0]),
                        "a map",
                        new Embedding(new float[] {1, 2}, 2),
                        null,
                        Samples.of(new float[][] {{0}}));
                System.out.println("drawn");
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void missingFontsAreAnIoExceptionOfOneLine() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only on Linux do fonts come from fontconfig");
        Path none = Files.writeString(directory.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Path file = directory.resolve("map.png");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                Drawing.class.getName(),
                file.toString());
        builder.environment().put("FONTCONFIG_FILE", none.toString());
        builder.environment().put("XDG_CACHE_HOME", directory.toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assumeTrue(!output.equals("drawn\n"), "this Java found fonts without fontconfig");
        assertThat(output)
                .startsWith(file + ": this Java installation finds no font")
                .hasLineCount(1);
        assertThat(file).doesNotExist();
    }
}
