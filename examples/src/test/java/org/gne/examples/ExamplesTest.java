package org.gne.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    @TempDir
    Path directory;

    private static float[][] rows() {
        float[][] rows = new float[80][4];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 4; j++) {
                rows[i][j] = (i % 3) * (j + 1) + (i * 7 + j * 3) % 11 / 20f;
            }
        }
        return rows;
    }

    private Path model() throws Exception {
        Path file = directory.resolve("model.safetensors");
        Gne.fit(rows(), GneOptions.of(Preset.FAST).withHidden(8).withBlocks(1).withEpochs(2))
                .save(file);
        return file;
    }

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("Gne.jsh")) ? here : here.resolve("examples");
    }

    @Test
    void aTableBecomesAFolderOfResults() throws Exception {
        StringBuilder csv = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 7)
                    .append(',')
                    .append(i * i % 11)
                    .append(",k")
                    .append(i % 3)
                    .append('\n');
        }
        Path table = Files.writeString(directory.resolve("table.csv"), csv);
        Path out = directory.resolve("out");
        FitAndSave.main(new String[] {table.toString(), "kind", out.toString()});
        assertThat(out.resolve("map.png")).isNotEmptyFile();
        GneModel model = GneModel.load(out.resolve("model.safetensors"));
        assertThat(model.labels()).isNotNull();
        assertThat(model.labels().names()).containsExactlyInAnyOrder("k0", "k1", "k2");
    }

    @Test
    void theServicePlacesRows() throws Exception {
        Path file = model();
        HttpServer server = PlacingServer.start(file, 0);
        try {
            URI place = URI.create("http://localhost:" + server.getAddress().getPort() + "/place");
            float[] expected = GneModel.load(file).placer().place(new float[] {1, 2, Float.NaN, 4});
            assertThat(post(place, "1,2,,4").body())
                    .startsWith("{\"place\":[" + expected[0] + "," + expected[1] + "],\"error\":");
            assertThat(post(place.resolve("/drift"), "").body()).startsWith("{\"rows\":1,\"unexplained\":");
            HttpResponse<String> wrong = post(place, "1,2");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("a row of 2 values, expected 4");
        } finally {
            server.stop(0);
        }
    }

    private static HttpResponse<String> post(URI place, String row) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(place)
                                .POST(BodyPublishers.ofString(row))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void theLoadOfTheServiceIsMeasured() throws Exception {
        assertThat(PlacingLoad.measure(model(), 60, 2))
                .matches("60 requests by 2 clients: \\d+ per second; milliseconds of a request: median [0-9.]+, p99"
                        + " [0-9.]+, most [0-9.]+");
    }

    @Test
    void textsBecomeAPage() throws Exception {
        List<String> texts = IntStream.range(0, 40)
                .mapToObj(i -> "text " + "abc".repeat(i % 5) + i)
                .toList();
        Path page = directory.resolve("texts.html");
        GneModel model = EmbeddingsToPage.write(texts, text -> new float[] {text.length(), text.indexOf('c')}, page);
        assertThat(model.ids()).isNotNull();
        assertThat(model.ids().get(7)).isEqualTo(texts.get(7));
        assertThat(page).isNotEmptyFile();
    }

    @Test
    void theSingleFilePlacesARow() throws Exception {
        Path source = folder().resolve("PlaceRows.java");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        directory.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(failed).isZero();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            var main = loader.loadClass("PlaceRows").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {model().toString(), "1", "2", "3", "4"});
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).matches("\\[-?[0-9.E-]+, -?[0-9.E-]+]\\s*");
    }

    @Test
    void theScriptOfJShellRuns() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        JavaShellToolBuilder.builder()
                .persistence(new HashMap<>())
                .out(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .err(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(
                        "--execution=local",
                        "--no-startup",
                        "--class-path",
                        System.getProperty("java.class.path"),
                        folder().resolve("Gne.jsh").toString());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .doesNotContain("Error")
                .doesNotContain("rror:");
    }
}
