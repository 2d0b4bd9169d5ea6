package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.gne.GneModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir
    static Path fits;

    /** Folder of a small fit. */
    private static Path out;

    private static Run fit;

    @TempDir
    Path directory;

    @BeforeAll
    static void fitDigits() {
        out = fits.resolve("deep").resolve("digits");
        fit = Run.of("fit", "mnist", "--limit", 1500, "--epochs", 2, "--out", out, "--quiet");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aQuietFitWritesItsFilesAndPrintsNothing() throws IOException {
        assertThat(fit).isEqualTo(new Run(0, "", ""));
        assertThat(names(out))
                .containsExactly(
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

    @Test
    void metricsHoldTheFigures() throws IOException {
        Map<String, Object> metrics = JSON.std.mapFrom(Files.readString(out.resolve("metrics.json")));
        assertThat(metrics)
                .containsEntry("rows", 1500)
                .containsEntry("width", 784)
                .containsEntry("dim", 2)
                .containsEntry("seed", 1)
                .containsEntry("epochs", 2)
                .containsEntry("threads", Runtime.getRuntime().availableProcessors())
                .containsEntry("jdk", Runtime.version().toString())
                .containsEntry(
                        "embeddingSha256",
                        GneModel.load(out.resolve("model.safetensors"))
                                .embedding()
                                .sha256());
        assertThat(metrics.get("kernel")).isInstanceOf(String.class);
        between(metrics, "seconds", 0, 1e5);
        between(metrics, "trainSeconds", 0, 600);
        between(metrics, "gflops", 0.01, 1e4);
        between(metrics, "trainingLoss", 0.02, 0.3);
        between(metrics, "reconstructionMse", 0.02, 0.15);
        between(metrics, "knnAccuracy", 0.2, 1);
        between(metrics, "trustworthiness", 0.6, 1);
        between(metrics, "continuity", 0.6, 1);
        between(metrics, "neighborhoodHit", 0.2, 1);
        between(metrics, "classIslands", 1, 300);
        between(metrics, "strayRows", 0, 0.9);
        assertThat((Map<?, ?>) metrics.get("islandsPerClass")).hasSize(10);
        between(metrics, "distanceCorrelation", 0.01, 1);
    }

    private static void between(Map<String, Object> metrics, String name, double low, double high) {
        assertThat(metrics).containsKey(name);
        assertThat(((Number) metrics.get(name)).doubleValue()).as(name).isBetween(low, high);
    }

    @Test
    void resultsAreTablesAndPictures() throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("embedding.csv"));
        assertThat(lines).hasSize(1501);
        assertThat(lines.get(0)).isEqualTo("row,x,y,label,error");
        assertThat(lines.get(1)).matches("0,[-0-9.E]+,[-0-9.E]+,5,[0-9.E-]+");
        size(out.resolve("map.png"), 1800, 1600);
        size(out.resolve("errors.png"), 1800, 1600);
        // 32 samples of 28 pixels twice as large, and a margin of 56 on both sides.
        size(out.resolve("grid.png"), 32 * 28 * 2 + 112, 32 * 28 * 2 + 112);
    }

    private static void size(Path picture, int width, int height) throws IOException {
        var image = ImageIO.read(picture.toFile());
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(width, height);
    }

    @Test
    void progressIsPlainLinesElsewhereThanOnATerminal() {
        Run run = Run.of("fit", "mnist-test", "--limit", 200, "--epochs", 2, "--out", directory, "--seed", 3);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .anyMatch(line -> line.startsWith("MNIST, test: 200 rows of 784 values;"))
                .anyMatch(line -> line.startsWith("epoch 2 of 2, loss 0."))
                .anyMatch(line -> line.startsWith("reconstruction MSE 0."));
        assertThat(run.err()).doesNotContain("\u001b").doesNotContain("\r");
    }

    @Test
    void theSeedAloneSaysWhichMap() throws IOException {
        Run run = Run.of("fit", "mnist", "--limit", 1500, "--epochs", 2, "--out", directory, "-q", "--threads", 1);
        assertThat(run.code()).isZero();
        assertThat(JSON.std
                        .mapFrom(Files.readString(directory.resolve("metrics.json")))
                        .get("embeddingSha256"))
                .isEqualTo(JSON.std
                        .mapFrom(Files.readString(out.resolve("metrics.json")))
                        .get("embeddingSha256"));
    }

    @Test
    void mapsOfOtherDimensionsAreWrittenToo() throws IOException {
        for (int dim : new int[] {1, 3, 4}) {
            Path folder = directory.resolve("dim" + dim);
            Run run = Run.of("fit", "mnist", "--limit", 100, "--epochs", 30, "--dim", dim, "--out", folder, "-q");
            assertThat(run).isEqualTo(new Run(0, "", ""));
            assertThat(names(folder)).contains("map.png", "metrics.json").doesNotContain("grid.png");
        }
    }

    @Test
    void fewRowsAreFit() throws IOException {
        for (byte[] rows : List.of(new byte[] {1, 2, 3}, new byte[] {1, 2, 3, 1, 2, 3}, new byte[30])) {
            Path input = idx("few", rows, rows.length / 3, 3);
            Run run = Run.of("fit", input, "--epochs", 2, "--out", directory.resolve("o"), "-q");
            assertThat(run).isEqualTo(new Run(0, "", ""));
            JSON.std.mapFrom(Files.readString(directory.resolve("o").resolve("metrics.json")));
        }
    }

    @Test
    void infoTellsWhatAModelIs() throws IOException {
        for (Path model : List.of(out, out.resolve("model.safetensors"))) {
            Run text = Run.of("info", model);
            assertThat(text.code()).isZero();
            assertThat(text.err()).isEmpty();
            assertThat(text.out().lines())
                    .anyMatch(line -> line.matches("rows +1500"))
                    .anyMatch(line -> line.matches("row +28 x 28 pixels, grey"));
            Run json = Run.of("info", model, "--json");
            assertThat(json.code()).isZero();
            assertThat(JSON.std.mapFrom(json.out()))
                    .containsEntry("rows", 1500)
                    .containsEntry("epochs", 2)
                    .containsEntry("preset", "default")
                    .containsKeys(
                            "hidden", "blocks", "parameters", "seed", "embeddingSha256", "trainingLoss", "explained");
        }
    }

    @Test
    void samplesAreGeneratedAsPicturesAndTables() throws IOException {
        Path png = directory.resolve("a.png");
        Path csv = directory.resolve("a.csv");
        generates(png, 2, "--at", "0,0", "--at", "-1,0.5");
        assertThat(ImageIO.read(png.toFile()).getWidth())
                .isEqualTo(2 * ImageIO.read(png.toFile()).getHeight());
        generates(csv, 2, "--at", "0,0", "--at", "-1, 0.5");
        assertThat(Files.readAllLines(csv).get(0)).startsWith("x,y,pixel0,pixel1,");
        assertThat(Files.readAllLines(csv).get(2)).startsWith("-1.0,0.5,");
        generates(png, 9, "--grid", "3");
        assertThat(Run.of("generate", out, "--grid", 3, "--out", png, "--quiet"))
                .isEqualTo(new Run(0, "", ""));
        generates(csv, 9, "--grid", "3");
        generates(png, 7, "--path", "-1,0:1,0:1,1", "--steps", "7");
        generates(csv, 7, "--path", "-1,0:1,0:1,1", "--steps", "7");
        // Twice as many on the line that is twice as long, and the corner between them.
        assertThat(Files.readAllLines(csv).stream().skip(1).map(line -> line.replaceAll("^([^,]*,[^,]*),.*", "$1")))
                .containsExactly("-1.0,0.0", "-0.5,0.0", "0.0,0.0", "0.5,0.0", "1.0,0.0", "1.0,0.5", "1.0,1.0");
    }

    private static void generates(Path file, int samples, String... where) throws IOException {
        Object[] args = Stream.concat(Stream.of("generate", out, "--out", file), Stream.of(where))
                .toArray();
        assertThat(Run.of(args)).isEqualTo(new Run(0, "", line("written to " + file + ": " + samples + " samples")));
        if (file.toString().endsWith(".csv")) {
            assertThat(Files.readAllLines(file)).hasSize(samples + 1);
        } else {
            assertThat(ImageIO.read(file.toFile())).isNotNull();
        }
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }

    @Test
    void wrongCallsAreRefused() throws IOException {
        refuses("--foo", "fit", "mnist", "--foo");
        refuses("found no command, expected one of ");
        refuses("fti", "fti");
        refuses("INPUT", "fit");
        refuses("found fats", fitTo("mnist", "--preset", "fats"));
        for (String option : List.of("dim", "hidden", "epochs", "limit", "batch", "threads")) {
            refuses(option + ": found 0, expected at least 1", fitTo("mnist-test", "--" + option, 0));
            refuses("--" + option, fitTo("mnist-test", "--" + option, "many"));
        }
        refuses("blocks: found -1", fitTo("mnist-test", "--blocks", -1));
        for (String option : List.of("--decoder-rate", "--coordinate-rate", "--noise")) {
            refuses(option + ": found -1.0", fitTo("mnist-test", option, -1));
            refuses(option + ": found NaN", fitTo("mnist-test", option, "NaN"));
        }
        refuses("--loss", fitTo("mnist-test", "--loss", "absolute"));
        refuses("CROSS_ENTROPY", fitTo("mnist-test", "--loss", "cross_entropy", "--scale", "standardize", "-q"));
        refuses("expected below 2^31", fitTo("mnist-test", "--hidden", Integer.MAX_VALUE, "-q"));
        nothingWritten();
    }

    @Test
    void wrongInputsAreRefused() throws IOException {
        Path rows = idx("rows", new byte[40], 10, 4);
        byte[] packed = gzip(Files.readAllBytes(rows));
        packed[packed.length - 6] ^= 1;
        Path corrupt = Files.write(directory.resolve("corrupt.gz"), packed);
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(Files.readAllBytes(rows), 30));
        Path cutPacked = Files.write(directory.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 9));
        Path none = idx("none", new byte[0], 0, 4);
        Path labels = idx("labels", new byte[9], 9);
        Path empty = Files.write(directory.resolve("empty"), new byte[0]);
        for (Path input :
                List.of(directory.resolve("missing"), corrupt, cut, cutPacked, none, labels, empty, directory)) {
            refuses(input.toString(), fitTo(input));
        }
        refuses(labels.toString(), fitTo(rows, "--labels", labels));
        refuses(labels.toString(), fitTo("mnist-test", "--labels", labels));
        refuses("missing", fitTo(rows, "--labels", directory.resolve("missing")));
        nothingWritten();
    }

    @Test
    void unwritableResultsAreRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "kept");
        refuses(file.toString(), "fit", "mnist-test", "--limit", 10, "--epochs", 1, "--out", file);
        refuses(file.toString(), "fit", "mnist-test", "--limit", 10, "--epochs", 1, "--out", file.resolve("below"));
        assertThat(Files.readString(file)).isEqualTo("kept");
        assertThat(names(directory)).containsExactly("file");
    }

    @Test
    void wrongPlacesAreRefused() throws IOException {
        refuses("found 'x', expected a number", generateTo("a.png", "--at", "0,x"));
        refuses("found 1 coordinates, expected 2", generateTo("a.png", "--at", "0"));
        refuses("found 3 coordinates, expected 2", generateTo("a.png", "--at", "0,1,2"));
        refuses("found 'NaN'", generateTo("a.png", "--at", "0,NaN"));
        refuses("found 'Infinity'", generateTo("a.png", "--at", "Infinity,1"));
        refuses("expected at least two", generateTo("a.png", "--path", "0,1"));
        refuses("found 1 coordinates", generateTo("a.png", "--path", "0,1:1"));
        refuses("--steps: found 1, expected at least 2", generateTo("a.png", "--path", "0,1:1,1", "--steps", 1));
        refuses("grid: found 0", generateTo("a.png", "--grid", 0));
        refuses("--grid", generateTo("a.png", "--grid", "x"));
        refuses("--at", generateTo("a.png"));
        refuses("--at", generateTo("a.png", "--at", "0,0", "--grid", 3));
        refuses("expected a name that ends in .png, .csv or .npy", generateTo("a.jpg", "--at", "0,0"));
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void filesThatAreNoModelsAreRefused() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "this is no model, it is text\n");
        byte[] whole = Files.readAllBytes(out.resolve("model.safetensors"));
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length - 4));
        Path missing = directory.resolve("missing");
        Path folder = Files.createDirectory(directory.resolve("folder"));
        for (Path model : List.of(text, cut, missing, folder)) {
            refuses(model.toString(), "info", model);
            refuses(model.toString(), "generate", model, "--at", "0,0", "--out", directory.resolve("a.png"));
        }
        assertThat(names(directory)).containsExactly("cut", "folder", "text");
    }

    @Test
    void aSampleThatCanNotBeWrittenIsOneLine() throws IOException {
        Path file = directory.resolve("missing").resolve("a.png");
        Run run = Run.of("generate", out, "--at", "0,0", "--out", file);
        assertThat(run.code()).isIn(1, 2);
        oneLine(run, file.toString());
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void aFitThatDivergesAtOnceKeepsNothing() throws IOException {
        Run run = Run.of(fitTo("mnist-test", "--limit", 500, "--epochs", 5, "--decoder-rate", "1e30", "-q"));
        assertThat(run.code()).isEqualTo(1);
        oneLine(run, "training diverged in epoch 1 ");
        assertThat(names(directory.resolve("out"))).isEmpty();
    }

    private Object[] fitTo(Object input, Object... options) {
        return Stream.concat(Stream.of("fit", input, "--out", directory.resolve("out")), Stream.of(options))
                .toArray();
    }

    private Object[] generateTo(String name, Object... options) {
        return Stream.concat(Stream.of("generate", out, "--out", directory.resolve(name)), Stream.of(options))
                .toArray();
    }

    private static void refuses(String names, Object... args) {
        Run run = Run.of(args);
        assertThat(run.code()).as("%s: %s", Arrays.toString(args), run).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        oneLine(run, names);
    }

    private static void oneLine(Run run, String names) {
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("gne: ").contains(names).endsWith(System.lineSeparator());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    private void nothingWritten() throws IOException {
        Path folder = directory.resolve("out");
        if (Files.exists(folder)) {
            assertThat(names(folder)).isEmpty();
        }
    }

    @Test
    void aFullDiskLeavesNoPartOfAFile() throws Exception {
        // A file may have 200 KB: the model of digits has more.
        failsInOneLine("ulimit -f 200", "-Xmx1g", "--limit", "100");
    }

    @Test
    void tooLargeANetworkForTheHeapIsOneLine() throws Exception {
        failsInOneLine("true", "-Xmx300m", "--limit", "100", "--hidden", "8000");
    }

    /** Runs a short fit in a process of its own. */
    private void failsInOneLine(String first, String heap, String... options) throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of("/bin/bash")));
        Path folder = directory.resolve("out");
        Path err = Files.createTempFile(fits, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                "/bin/bash",
                "-c",
                first + "; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of("fit", "mnist-test", "--epochs", "1", "--quiet", "--out", folder.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        // The kernels may say on a line of their own that the vector module is absent.
        List<String> lines = Files.readAllLines(err).stream()
                .filter(line -> line.startsWith("gne: ") || line.contains("Exception") || line.contains("\tat "))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("gne: ");
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void anInfiniteNumberIsRefusedWithItsFile() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(4 + 8 + 4 * 4);
        file.put(new byte[] {0, 0, 0x0d, 2}).putInt(2).putInt(2);
        file.putFloat(1).putFloat(2).putFloat(Float.POSITIVE_INFINITY).putFloat(4);
        Path input = Files.write(directory.resolve("floats.idx"), file.array());
        refuses("floats.idx: row 1, column 0: found Infinity", fitTo(input, "--quiet"));
    }

    private Path idx(String name, byte[] data, int... sizes) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + data.length);
        file.put(new byte[] {0, 0, 8, (byte) sizes.length});
        for (int size : sizes) {
            file.putInt(size);
        }
        return Files.write(directory.resolve(name), file.put(data).array());
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
