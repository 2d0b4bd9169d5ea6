package org.gne.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FusedMultiplyAddTest {

    /** Chooses a kernel twice. */
    static final class Program {
        public static void main(String[] args) {
            String name = Kernels.active().name();
            System.out.println(name.equals(Kernels.active().name()));
        }
    }

    private static String run(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-Dgne.kernel=scalar",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void aProcessorWithoutItIsSaidOnce() throws Exception {
        assertThat(run("-XX:-UseFMA"))
                .containsOnlyOnce("no fused multiply-add (FMA)")
                .contains("true");
        assertThat(FusedMultiplyAdd.isFast() ? run("-XX:+UseFMA") : "").doesNotContain("FMA");
    }
}
