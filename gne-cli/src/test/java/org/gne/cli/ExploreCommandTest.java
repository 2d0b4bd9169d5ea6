package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code gne explore} and {@code gne export}. */
class ExploreCommandTest {

    private static final int ROWS = 60;

    @TempDir
    static Path fits;

    private static Path table;
    private static Path leaves;

    private static String[] texts(Object... args) {
        return Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    }

    @BeforeAll
    static void fit() throws IOException {
        StringBuilder text = new StringBuilder("length,width,kind\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format("%d,%d,%s%n", i % 7, i % 11, i % 2 == 0 ? "oak" : "elm"));
        }
        table = Files.writeString(fits.resolve("leaves.csv"), text);
        leaves = fits.resolve("leaves");
        assertThat(Run.of("fit", table, "--label", "kind", "--epochs", 2, "--out", leaves, "--quiet"))
                .isEqualTo(new Run(0, "", ""));
    }

    @Test
    void exportsThePageWithItsRowsBesideTheModel() throws IOException {
        Run run = Run.of("export", leaves, table, "--label", "kind", "--format", "html");
        Path file = leaves.resolve("map.html");
        assertThat(run).isEqualTo(new Run(0, "", String.format("written to %s%n", file)));
        assertThat(Files.readString(file))
                .contains("<title>leaves.csv</title>", "payload-rows", "payload-errors", "\"oak\"")
                .doesNotContain(fits.toString());
    }

    @Test
    void exportsWithoutTheRowsWhatTheFitKnew() throws IOException {
        Path file = fits.resolve("alone.html");
        assertThat(Run.of("export", leaves, "--format", "html", "--out", file).code())
                .isZero();
        assertThat(Files.readString(file))
                .contains("<title>leaves</title>", "payload-errors", "payload-classes")
                .doesNotContain("payload-rows");
    }

    @Test
    void exportsFoldersOfPictures() throws IOException {
        Path photos = Files.createDirectories(fits.resolve("photos"));
        for (String kind : List.of("dark", "light")) {
            Files.createDirectories(photos.resolve(kind));
            for (int i = 0; i < 8; i++) {
                BufferedImage photo = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB);
                photo.setRGB(i % 6, i % 5, kind.equals("dark") ? 0x400020 : 0xffc080);
                ImageIO.write(
                        photo, "png", photos.resolve(kind).resolve(i + ".png").toFile());
            }
        }
        String page = exported(photos + "/");
        assertThat(page)
                .contains("<title>photos</title>", "payload-rows", "\"light\"", "\"kind\":\"picture\"")
                .contains("\"height\":5,\"columns\":6,\"channels\":3")
                .doesNotContain(fits.toString());
    }

    @Test
    void exportsLinesOfJsonAndQueries() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append(String.format("{\"length\": %d, \"wide\": %b, \"kind\": \"k%d\"}%n", i % 7, i % 5 > 2, i % 2));
        }
        Path lines = Files.writeString(fits.resolve("leaves.jsonl"), text);
        assertThat(exported(lines.toString(), "--label", "kind"))
                .contains("<title>leaves.jsonl</title>", "payload-rows", "\"k1\"", "\"kind\":\"boolean\"")
                .doesNotContain(fits.toString());
        assertThat(exported("select length, kind from '" + lines + "' order by length, kind", "--label", "kind"))
                .contains("<title>query</title>", "payload-rows", "\"k1\"")
                .doesNotContain(fits.toString());
    }

    /** The page of a short fit of an input. */
    private static String exported(String input, Object... options) throws IOException {
        Path folder = fits.resolve("of-input");
        Run fit = Run.of(with(options, "fit", input, "--epochs", 1, "--hidden", 8, "--out", folder, "--quiet"));
        // So short a fit may be told that it explains nothing.
        assertThat(fit.code()).as(fit.err()).isZero();
        Run export = Run.of(with(options, "export", folder, input, "--format", "html"));
        assertThat(export.code()).as(export.err()).isZero();
        return Files.readString(folder.resolve("map.html"));
    }

    private static Object[] with(Object[] options, Object... args) {
        return Stream.concat(Stream.of(args), Stream.of(options)).toArray();
    }

    @Test
    void refusesRowsOfAnotherNumber() {
        Path file = fits.resolve("wrong.html");
        Run run = Run.of("export", leaves, table, "--limit", 9, "--label", "kind", "--format", "html", "--out", file);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("found 9 rows, expected the 60").hasLineCount(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesMapsThatAreNoPlane() {
        Path deep = fits.resolve("deep");
        assertThat(Run.of("fit", table, "--label", "kind", "--dim", 3, "--epochs", 1, "--out", deep, "--quiet")
                        .code())
                .isZero();
        Run run = Run.of("explore", deep, "--no-browser");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("found a map of 3 dimensions, expected 2")
                .hasLineCount(1);
        Run live = Run.of("fit", table, "--dim", 3, "--serve", "--no-browser", "--out", fits.resolve("live"));
        assertThat(live.code()).isEqualTo(2);
        assertThat(live.err()).contains("--serve: found --dim 3, expected 2").hasLineCount(1);
    }

    @Test
    void refusesWrongCalls() {
        assertThat(Run.of("explore", leaves, "--port", 70000).err())
                .contains("--port: found 70000, expected 0 to 65535");
        assertThat(Run.of("explore", fits.resolve("nowhere")).code()).isEqualTo(2);
        assertThat(Run.of("export", leaves).code()).isEqualTo(2);
        assertThat(Run.of("export", leaves, "--format", "pdf").code()).isEqualTo(2);
    }

    @Test
    void servesThePageUntilItIsStopped() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (PipedReader reader = new PipedReader();
                PrintWriter out = new PrintWriter(new PipedWriter(reader), true)) {
            CommandLine command = Main.commandLine();
            command.setOut(out);
            Future<Integer> serving = one.submit(
                    () -> command.execute(texts("explore", leaves, table, "--label", "kind", "--no-browser")));
            StringBuilder url = new StringBuilder();
            for (int c = reader.read(); c != '\n'; c = reader.read()) {
                url.append((char) c);
            }
            assertThat(url.toString()).startsWith("http://127.0.0.1:");
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url.toString().strip())).build();
            HttpResponse<String> page = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(page.body()).contains("<title>leaves.csv</title>");
            one.shutdownNow();
            assertThat(serving.get(30, TimeUnit.SECONDS)).isZero();
        } finally {
            one.shutdownNow();
        }
    }
}
