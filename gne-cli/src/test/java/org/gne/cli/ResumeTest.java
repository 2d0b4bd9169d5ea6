package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gne.CheckpointOptions;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.loop.FitListener;
import org.gne.mnist.Mnist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {

    @TempDir
    Path directory;

    private Path out;
    private Path checkpoint;

    @BeforeEach
    void name() {
        out = directory.resolve("out");
        checkpoint = out.resolve("checkpoint.safetensors");
    }

    private static final List<String> FIT =
            List.of("fit", "mnist-test", "--limit", "300", "--preset", "fast", "--hidden", "16", "--quiet");

    private static Object[] fit(Path folder, Object... more) {
        return fitFor(12, folder, more);
    }

    private static Object[] fitFor(int epochs, Path folder, Object... more) {
        return Stream.of(FIT.stream(), Stream.of("--epochs", epochs, "--out", folder), Stream.of(more))
                .flatMap(part -> part)
                .toArray();
    }

    private static String sha(Path folder) throws IOException {
        return GneModel.load(folder.resolve("model.safetensors")).embedding().sha256();
    }

    /** A fit as {@link #FIT}, cut short after some epochs. */
    private void begun(int epochs) throws IOException {
        Files.createDirectories(out);
        GneOptions options = GneOptions.of(Preset.FAST).withHidden(16).withEpochs(12);
        FitListener stop =
                progress -> progress.epoch() == epochs ? FitListener.Action.STOP : FitListener.Action.CONTINUE;
        Gne.fit(Mnist.test().limit(300).samples(), options, stop, CheckpointOptions.to(checkpoint));
    }

    private Process start(Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        Arrays.stream(args).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    /** Waits until a process has kept something, or has ended. */
    private void awaitCheckpoint(Process process) throws InterruptedException {
        while (!Files.exists(checkpoint) && !process.waitFor(2, TimeUnit.MILLISECONDS)) {
            assertThat(process.info().totalCpuDuration().orElseThrow()).isLessThan(Duration.ofMinutes(2));
        }
    }

    @Test
    void aFitKilledAgainAndAgainEndsInTheMapOfOneLeftAlone() throws Exception {
        assertThat(Run.of(fit(directory.resolve("whole")))).isEqualTo(new Run(0, "", ""));
        long seed = 20;
        Random random = new Random(seed);
        int kills = 0;
        for (int i = 0; i < 4; i++) {
            Process process = start(
                    Files.exists(checkpoint)
                            ? fit(out, "--checkpoint-every", 0, "--resume")
                            : fit(out, "--checkpoint-every", 0));
            awaitCheckpoint(process);
            if (!process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                kills++;
            }
            process.waitFor();
            if (Files.exists(checkpoint)) {
                assertThat(Run.of("info", checkpoint).code())
                        .as("seed %d", seed)
                        .isZero();
            }
        }
        assertThat(kills).isPositive();
        Run last = Run.of(Files.exists(checkpoint) ? fit(out, "--resume") : fit(out));
        assertThat(last).isEqualTo(new Run(0, "", ""));
        assertThat(sha(out)).as("seed %d", seed).isEqualTo(sha(directory.resolve("whole")));
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "clusters.csv",
                            "clusters.json",
                            "embedding.csv",
                            "errors.png",
                            "grid.png",
                            "input.json",
                            "map.png",
                            "metrics.json",
                            "model.safetensors");
        }
    }

    @Test
    void aSignalEndsAFitWithOneLineThatSaysHowToGoOnAndMeanwhileNobodyElseWrites() throws Exception {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "no signals");
        Process process = start(fitFor(5000, out, "--checkpoint-every", 0));
        try {
            awaitCheckpoint(process);
            Run second = Run.of(fit(out));
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.err().lines())
                    .containsExactly("gne: --out " + out + ": process " + process.pid()
                            + " is writing to it, expected a folder that no other process uses");
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        List<String> lines = Files.readAllLines(directory.resolve("err")).stream()
                .filter(line -> line.startsWith("gne: "))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .matches("gne: interrupted after epoch \\d+ of 5000; to continue: gne fit mnist-test .* --resume");
        assertThat(out.resolve(".gne.lock")).doesNotExist();
        assertThat(Run.of("info", out).out()).contains("epochs ");
    }

    @Test
    void aFitGoesOnWithItsOwnOptions() throws IOException {
        assertThat(Run.of(fit(directory.resolve("whole")))).isEqualTo(new Run(0, "", ""));
        begun(5);
        Run run = Run.of("fit", "mnist-test", "--limit", 300, "--out", out, "--resume", "--threads", 1);
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("preset fast, 12 epochs", "continuing after epoch 5 of 12");
        assertThat(sha(out)).isEqualTo(sha(directory.resolve("whole")));
        assertThat(checkpoint).doesNotExist();
    }

    @Test
    void whatDiffersFromTheFitThatGoesOnIsRefused() throws IOException {
        begun(5);
        byte[] before = Files.readAllBytes(checkpoint);
        refuses("--seed: found 2, expected 1 as when the fit began", "--seed", 2);
        refuses("--preset: found best, expected fast", "--preset", "best");
        refuses("--epochs: found 13, expected 12", "--epochs", 13);
        refuses("--hidden: found 17, expected 16", "--hidden", 17);
        refuses("--blocks: found 4, expected 2", "--blocks", 4);
        refuses("--scale: found UNIT, expected none", "--scale", "unit");
        refuses("--noise: found 0.9, expected", "--noise", 0.9);
        refuses("found 299 rows of 784 values", "--limit", 299);
        assertThat(Files.readAllBytes(checkpoint)).isEqualTo(before);
        Run same = Run.of(fit(out, "--resume", "--blocks", 2, "--seed", 1, "--dim", 2));
        assertThat(same).isEqualTo(new Run(0, "", ""));
    }

    private void refuses(String names, Object... options) {
        Object[] args = Stream.concat(
                        Stream.of("fit", "mnist-test", "--out", out, "--resume", "-q"),
                        Stream.concat(
                                List.of(options).contains("--limit") ? Stream.of() : Stream.of("--limit", 300),
                                Stream.of(options)))
                .toArray();
        Run run = Run.of(args);
        assertThat(run.code()).as(run.toString()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("gne: ").contains(names);
    }

    @Test
    void whereThereIsNothingToGoOnWithTheCallIsRefused() throws IOException {
        assertThat(Run.of(fit(out, "--resume"))).as("nothing was begun").isEqualTo(new Run(0, "", ""));
        refuses("the fit there is finished");
        Files.write(checkpoint, new byte[100]);
        refuses("--resume: " + checkpoint);
        refuses("--checkpoint-every: found -1, expected at least 0", "--checkpoint-every", -1);
    }

    @Test
    void whatAKilledProcessLeftDoesNotStandInTheWay() throws IOException {
        begun(3);
        Files.writeString(out.resolve(".gne.lock"), "1");
        Files.write(out.resolve(".checkpoint.safetensors.3f2a.tmp"), new byte[10]);
        Files.write(out.resolve(".mine.3f2a.tmp"), new byte[10]);
        Run anew = Run.of("fit", "mnist-test", "--limit", 300, "--epochs", 2, "--out", out);
        assertThat(anew.code()).isZero();
        assertThat(anew.err()).contains("starting a new fit").contains("--resume would continue");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("model.safetensors", ".mine.3f2a.tmp")
                    .doesNotContain(".gne.lock", ".checkpoint.safetensors.3f2a.tmp", "checkpoint.safetensors");
        }
    }
}
