package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gne.GneModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gne inspect}, and what {@code gne generate} draws and finds by the mixture. */
class InspectCommandTest {

    private static final int ROWS = 240;

    @TempDir
    static Path fits;

    /** A table of three kinds of leaves. */
    private static Path table;

    private static Path leaves;
    private static Path digits;

    @TempDir
    Path directory;

    @BeforeAll
    static void fit() throws IOException {
        StringBuilder text = new StringBuilder("name,length,width,kind\n");
        Random random = new Random(1);
        String[] kinds = {"oak", "elm", "ash"};
        for (int i = 0; i < ROWS; i++) {
            double length = 10 + 20 * (i % 3) + random.nextGaussian();
            text.append(String.format("n%d,%s,%s,%s%n", i, length, length / 2 + random.nextGaussian(), kinds[i % 3]));
        }
        table = Files.writeString(fits.resolve("leaves.csv"), text);
        leaves = fits.resolve("leaves");
        digits = fits.resolve("digits");
        Run first = Run.of(
                "fit",
                table,
                "--label",
                "kind",
                "--id",
                "name",
                "--epochs",
                20,
                "--preset",
                "fast",
                "--out",
                leaves,
                "--quiet");
        assertThat(first).isEqualTo(new Run(0, "", ""));
        Run second = Run.of("fit", "mnist-test", "--limit", 400, "--epochs", 2, "--out", digits, "--quiet");
        assertThat(second).isEqualTo(new Run(0, "", ""));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aTableIsInspectedWithTheClassesOfItsFit() throws IOException {
        Path out = directory.resolve("inspected");
        Run run = Run.of("inspect", leaves, table, "--out", out, "--id", "name", "--worst", 7);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(names(out))
                .containsExactly("errors.png", "overlap.csv", "overlap.png", "regions.png", "rows.csv", "worst.csv");
        List<String> rows = Files.readAllLines(out.resolve("rows.csv"));
        assertThat(rows).hasSize(ROWS + 1);
        assertThat(rows.get(0)).isEqualTo("row,id,label,x,y,error,logDensity,sparse");
        assertThat(rows.get(2)).matches("1,n1,elm,[-0-9.E]+,[-0-9.E]+,[-0-9.E]+,[-0-9.E]+,(true|false)");
        List<String> worst = Files.readAllLines(out.resolve("worst.csv"));
        assertThat(worst).hasSize(8);
        assertThat(rows).containsAll(worst);
        double[] errors = worst.stream()
                .skip(1)
                .mapToDouble(line -> -Double.parseDouble(line.split(",", -1)[5]))
                .toArray();
        assertThat(errors).isSorted();
        assertThat(Files.readAllLines(out.resolve("overlap.csv")))
                .hasSize(4)
                .element(0)
                .isEqualTo("class,other,overlap,classAsOther,otherAsClass,mixtureOverlap");
        assertThat(ImageIO.read(out.resolve("regions.png").toFile()).getWidth()).isEqualTo(1800);
        assertThat(run.err()).contains("largest overlap: ").contains("neighbours and decoder agree on ");
    }

    @Test
    void picturesAreShownBesideTheirReconstructions() throws IOException {
        Run run = Run.of("inspect", digits, "mnist-test", "--limit", 400, "--out", directory, "--quiet");
        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(names(directory)).contains("worst.png", "regions.png", "overlap.png");
    }

    @Test
    void inspectingIsTheSameForAnyThreads() throws IOException {
        for (int threads : new int[] {1, 3}) {
            Path out = directory.resolve("t" + threads);
            assertThat(Run.of("inspect", leaves, table, "--out", out, "--threads", threads, "-q")
                            .code())
                    .isZero();
        }
        for (String name : names(directory.resolve("t1"))) {
            assertThat(directory.resolve("t1").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("t3").resolve(name));
        }
    }

    @Test
    void rowsOfAnotherDataSetAreRefused() {
        refuses(
                "found 500 rows, expected the 400",
                "inspect",
                digits,
                "mnist-test",
                "--limit",
                500,
                "--out",
                directory);
        refuses("no columns 'length'", "inspect", leaves, noLength(), "--out", directory.resolve("x"));
        refuses("--worst: found 0", "inspect", leaves, table, "--worst", 0, "--out", directory);
        refuses("INPUT", "inspect", leaves);
        assertThat(directory.resolve("x")).doesNotExist();
    }

    private Path noLength() {
        try {
            return Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n3,4\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void samplesAreDrawnFromTheMapOrAClass() throws IOException {
        Path csv = directory.resolve("a.csv");
        assertThat(Run.of("generate", leaves, "--sample", 60, "--class", "elm", "--out", csv)
                        .code())
                .isZero();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(61);
        long elms = lines.stream()
                .skip(1)
                .filter(line -> Math.abs(Double.parseDouble(line.split(",", -1)[2]) - 30) < 6)
                .count();
        assertThat(elms).isGreaterThan(55);
        Path again = directory.resolve("b.csv");
        Run.of("generate", leaves, "--sample", 60, "--class", "elm", "--seed", 1, "--out", again);
        assertThat(again).hasSameBinaryContentAs(csv);
        Run.of("generate", leaves, "--sample", 60, "--class", "elm", "--seed", 2, "--out", again);
        assertThat(Files.mismatch(again, csv)).isNotEqualTo(-1);
    }

    @Test
    void drawnPicturesMakeASquare() throws IOException {
        Path png = directory.resolve("a.png");
        Run run = Run.of("generate", digits, "--sample", 7, "--out", png);
        assertThat(run.err()).isEqualTo("written to " + png + ": 7 samples" + System.lineSeparator());
        var image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(image.getHeight());
        // 7 of 9: the last two are paper.
        assertThat(image.getRGB(image.getWidth() - 5, image.getHeight() - 5) & 0xffffff)
                .isEqualTo(0xffffff);
    }

    @Test
    void theHighestPlaceOfAColumnIsTold() throws IOException {
        Path csv = directory.resolve("a.csv");
        Run run = Run.of("generate", leaves, "--maximise", "length", "--out", csv);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("length is highest at ");
        double told = Double.parseDouble(run.out().replaceAll("(?s).*: ", ""));
        assertThat(told).isBetween(48.0, 56.0);
        assertThat(Double.parseDouble(Files.readAllLines(csv).get(1).split(",", -1)[2]))
                .isEqualTo(told);
    }

    @Test
    void theHeartOfAClassIsTold() {
        Run run = Run.of("generate", leaves, "--maximize", "class:ash", "--out", directory.resolve("a.csv"));
        assertThat(run.out()).matches("(?s)class ash is densest at .*: density .*, probability (1.0000|0.99..)\\s*");
        Run pixel = Run.of("generate", digits, "--maximise", "14,14", "--out", directory.resolve("a.png"));
        assertThat(pixel.out()).startsWith("pixel 14,14 is highest at ");
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        Path png = directory.resolve("a.csv");
        refuses("expected a column (length, width) or a class (", "generate", leaves, "--maximise", "x", "--out", png);
        refuses("expected row 0 to 27, column 0 to 27", "generate", digits, "--maximise", "28,0", "--out", png);
        refuses(
                "--class: found 'fir', expected one of ",
                "generate",
                leaves,
                "--sample",
                1,
                "--class",
                "fir",
                "--out",
                png);
        refuses(
                "found no --sample, expected it with --class",
                "generate",
                leaves,
                "--at",
                "0,0",
                "--class",
                "elm",
                "--out",
                png);
        refuses("--sample: found 0", "generate", leaves, "--sample", 0, "--out", png);
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void infoCountsClassesAndComponents() {
        assertThat(Run.of("info", leaves).out())
                .containsPattern("classes +3\\s")
                .containsPattern("mixture +\\d+ components");
    }

    @Test
    void mapsOfOtherDimensionsAreReadWithoutRegions() throws IOException {
        for (int dim : new int[] {1, 3}) {
            Path folder = directory.resolve("fit" + dim);
            Path out = directory.resolve("inspected" + dim);
            Run.of(
                    "fit",
                    table,
                    "--label",
                    "kind",
                    "--exclude",
                    "name",
                    "--epochs",
                    3,
                    "--dim",
                    dim,
                    "-o",
                    folder,
                    "-q");
            assertThat(Run.of("inspect", folder, table, "--out", out, "-q")).isEqualTo(new Run(0, "", ""));
            assertThat(names(out)).contains("errors.png", "overlap.csv").doesNotContain("regions.png");
            Run peak = Run.of("generate", folder, "--maximise", "width", "--out", directory.resolve("a.csv"));
            assertThat(peak.out()).as(peak.err()).startsWith("width is highest at ");
        }
    }

    @Test
    void rowsWithoutClassesHaveErrorsOnly() throws IOException {
        Path folder = directory.resolve("fit");
        Path out = directory.resolve("inspected");
        Run.of("fit", table, "--columns", "length,width", "--epochs", 3, "--out", folder, "-q");
        Run run = Run.of("inspect", folder, table, "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("no classes");
        assertThat(names(out)).containsExactly("errors.png", "rows.csv", "worst.csv");
    }

    @Test
    void modelsOfEarlierVersionsAreDrawnFromToo() throws IOException {
        GneModel model = GneModel.load(leaves.resolve("model.safetensors"));
        Path old = directory.resolve("old.safetensors");
        new GneModel(model.embedding(), model.decoder(), model.scaling(), model.schema(), model.record()).save(old);
        assertThat(Run.of("generate", old, "--sample", 5, "--out", directory.resolve("a.csv"))
                        .code())
                .isZero();
        refuses(
                "expected none: the model has no classes",
                "generate",
                old,
                "--sample",
                1,
                "--class",
                "elm",
                "--out",
                directory.resolve("b.csv"));
    }

    private static void refuses(String names, Object... args) {
        Run run = Run.of(args);
        assertThat(run.code()).as("%s: %s", Arrays.toString(args), run).isEqualTo(2);
        assertThat(run.err().strip()).startsWith("gne: ").contains(names).doesNotContain("\n");
    }
}
