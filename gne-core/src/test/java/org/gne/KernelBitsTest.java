package org.gne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernels;
import org.junit.jupiter.api.Test;

/** A process has one kernel: two processes, one with each, have to give the same bits. */
class KernelBitsTest {

    /** What a process computes: a map of rows with gaps, and the places of other rows on it, some with gaps too. */
    public static final class Program {

        private Program() {}

        public static void main(String[] args) {
            float[][] rows = Clusters.rows(300, 37);
            CounterRandom random = CounterRandom.of(2, "gaps");
            for (int i = 0; i < rows.length; i += 2) {
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] = random.uniform(i * 37L + j) < 0.2 ? Float.NaN : rows[i][j];
                }
            }
            GneOptions options =
                    GneOptions.of(Preset.FAST).withHidden(16).withBlocks(2).withThreads(1);
            GneModel model = Gne.fit(
                    Samples.of(Arrays.copyOf(rows, 200)),
                    options.withTraining(options.training().withEpochs(5).withBatch(64)));
            System.out.println(model.embedding().sha256() + " "
                    + model.place(Samples.of(Arrays.copyOfRange(rows, 200, 300)), 1)
                            .embedding()
                            .sha256());
        }
    }

    @Test
    void bothKernelsFitAndPlaceRowsWithGapsToTheSameBits() throws Exception {
        assumeTrue(Kernels.active().name().startsWith("vector"), "the vector module is absent");
        String scalar = run("scalar");
        assertThat(scalar).matches("[0-9a-f]{64} [0-9a-f]{64}");
        assertThat(run("vector")).isEqualTo(scalar);
    }

    private static String run(String kernel) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Dgne.kernel=" + kernel,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return text.strip();
    }
}
