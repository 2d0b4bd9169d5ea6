package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gne.GneModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code gne fit --serve}, in a process of its own: the page beside checkpoints, signals and the lock. */
@Timeout(180)
class ServeTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private Path out;
    private List<Process> started;

    @BeforeEach
    void signals() {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "no signals");
        out = directory.resolve("out");
        started = new ArrayList<>();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    /** A fit under way and its page. */
    private record Served(Process process, String address) {

        String get(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.replace("/?", "/" + path + "?")))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }

        void post(String path) throws IOException, InterruptedException {
            Matcher token = Pattern.compile("\"token\":\"([0-9a-f]{32})\"").matcher(get(""));
            assertThat(token.find()).isTrue();
            HttpRequest request = HttpRequest.newBuilder(URI.create(address.replace("/?", "/" + path + "?")))
                    .header("X-Gne-Token", token.group(1))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    private Served serve(Object... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                // Chosen, so that nothing advises about the vector module on the error stream.
                "-Dgne.kernel=scalar",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("fit", "mnist-test", "--limit", "300", "--preset", "fast", "--hidden", "16", "--quiet"));
        command.addAll(List.of("--serve", "--no-browser", "--out", out.toString()));
        for (Object argument : more) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("err").toFile())
                .start();
        started.add(process);
        String address = process.inputReader().readLine();
        assertThat(address).startsWith("http://127.0.0.1:");
        return new Served(process, address);
    }

    private void awaitFile(Served served, String name) throws InterruptedException {
        while (!Files.exists(out.resolve(name))) {
            assertThat(served.process.waitFor(2, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void aFitStoppedOnItsPageIsKeptAndShownAndFreesTheFolder() throws Exception {
        Served served = serve("--epochs", 100000, "--checkpoint-every", 0);
        awaitFile(served, "checkpoint.safetensors");
        served.post("live/stop");
        while (!served.get("").contains("\"source\":\"server\"")) {
            assertThat(served.process.waitFor(2, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(GneModel.load(out.resolve("model.safetensors")).record().epochs())
                .isBetween(1, 99999);
        assertThat(out.resolve("checkpoint.safetensors")).doesNotExist();
        assertThat(out.resolve(".gne.lock")).doesNotExist();
        served.process.destroy();
        assertThat(served.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("err")).isEmptyFile();
    }

    @Test
    void aSignalEndsAFitThatIsHeldAndItGoesOnLater() throws Exception {
        Served served = serve("--epochs", 100000, "--checkpoint-every", 0);
        awaitFile(served, "checkpoint.safetensors");
        served.post("live/pause");
        served.process.destroy();
        assertThat(served.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(served.process.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(directory.resolve("err")))
                .singleElement()
                .asString()
                .matches("gne: interrupted after epoch \\d+ of 100000; to continue: gne fit .* --serve .* --resume");
        assertThat(out.resolve("model.safetensors")).doesNotExist();
        int before =
                GneModel.load(out.resolve("checkpoint.safetensors")).record().epochs();

        Served again = serve("--resume");
        again.post("live/stop");
        awaitFile(again, "model.safetensors");
        assertThat(GneModel.load(out.resolve("model.safetensors")).record().epochs())
                .isGreaterThan(before);
    }
}
