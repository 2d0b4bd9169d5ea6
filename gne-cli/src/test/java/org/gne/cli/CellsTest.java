package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of two kinds from two donors, from the command line to batches, markers and new cells. */
class CellsTest {

    private static final int CELLS = 300;

    private static final int GENES = 40;

    @TempDir
    static Path directory = Path.of("");

    private static Path cells = Path.of("");

    private static Path map = Path.of("");

    private static int[] genes() {
        return IntStream.range(0, GENES).toArray();
    }

    /** A kind has the first or the last ten genes; in donor b the genes in between are three times as high. */
    private static Path write(String name, int[] genes, long seed, boolean donors) throws IOException {
        Random random = new Random(seed);
        double[][] x = new double[CELLS][genes.length];
        String[] kinds = new String[CELLS];
        String[] of = new String[CELLS];
        for (int i = 0; i < CELLS; i++) {
            kinds[i] = i % 3 == 0 ? "T" : "B";
            of[i] = i % 2 == 0 ? "a" : "b";
            for (int j = 0; j < genes.length; j++) {
                boolean high = kinds[i].equals("T") ? genes[j] < 10 : genes[j] >= GENES - 10;
                boolean middle = genes[j] >= 10 && genes[j] < GENES - 10;
                double mean = high ? 4 : middle && of[i].equals("b") ? 1.5 : 0.5;
                x[i][j] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
            }
        }
        Path file = directory.resolve(name);
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("X", x);
            WritableGroup obs = hdf.putGroup("obs");
            obs.putAttribute("_index", "cell");
            obs.putAttribute("column-order", donors ? new String[] {"kind", "donor"} : new String[] {"kind"});
            obs.putDataset(
                    "cell", IntStream.range(0, CELLS).mapToObj(i -> "cell" + i).toArray(String[]::new));
            obs.putDataset("kind", kinds);
            if (donors) {
                obs.putDataset("donor", of);
            }
            WritableGroup var = hdf.putGroup("var");
            var.putAttribute("_index", "gene");
            var.putDataset(
                    "gene", Arrays.stream(genes).mapToObj(j -> "gene" + j).toArray(String[]::new));
        }
        return file;
    }

    @BeforeAll
    static void fitted() throws IOException {
        cells = write("cells.h5ad", genes(), 1, true);
        map = directory.resolve("map");
        Run run = Run.of(
                "fit",
                cells,
                "--label",
                "kind",
                "--batch-column",
                "donor",
                "--preset",
                "fast",
                "--threads",
                2,
                "--out",
                map);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("note: batches of donor: a (150 rows), b (150 rows); counts are divided by a factor for each")
                .doesNotContain("values scaled");
    }

    @Test
    void donorsMixAndKindsDoNot() throws IOException {
        List<String> lines = Files.readAllLines(map.resolve("embedding.csv"));
        double[][] points = new double[CELLS][];
        for (int i = 0; i < CELLS; i++) {
            String[] fields = lines.get(i + 1).split(",");
            List<String> names = List.of(lines.get(0).split(","));
            points[i] = new double[] {
                Double.parseDouble(fields[names.indexOf("x")]), Double.parseDouble(fields[names.indexOf("y")])
            };
        }
        int otherDonor = 0;
        int otherKind = 0;
        for (int i = 0; i < CELLS; i++) {
            int self = i;
            int nearest = IntStream.range(0, CELLS)
                    .filter(k -> k != self)
                    .boxed()
                    .min((a, b) -> Double.compare(
                            Math.hypot(points[a][0] - points[self][0], points[a][1] - points[self][1]),
                            Math.hypot(points[b][0] - points[self][0], points[b][1] - points[self][1])))
                    .orElseThrow();
            otherDonor += i % 2 != nearest % 2 ? 1 : 0;
            otherKind += (i % 3 == 0) != (nearest % 3 == 0) ? 1 : 0;
        }
        assertThat(otherDonor).isGreaterThan(CELLS / 4);
        assertThat(otherKind).isLessThan(CELLS / 50);
    }

    @Test
    void aMapOfBatchesDoesNotGrow() {
        Run run = Run.of("grow", map, cells, "--out", directory.resolve("grown"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(map + ": found a map of counts that were divided by the factors of their batches")
                .contains("fit all batches again")
                .hasLineCount(1);
    }

    @Test
    void markersAreTheGenesOfTheKind() throws IOException {
        Path out = directory.resolve("inspected");
        Run run = Run.of("inspect", map, cells, "--label", "kind", "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out.resolve("markers.csv"));
        assertThat(lines.get(0)).isEqualTo("class,rank,column,decodedFold,measuredFold,detected,detectedElsewhere");
        for (String line : lines.subList(1, 11)) {
            String[] fields = line.split(",");
            assertThat(fields[0]).isEqualTo("B");
            assertThat(Integer.parseInt(fields[2].substring(4))).isGreaterThanOrEqualTo(GENES - 10);
            assertThat(Double.parseDouble(fields[3])).as("decoded").isBetween(1.0, 5.0);
            assertThat(Double.parseDouble(fields[4])).as("measured").isBetween(1.0, 5.0);
            assertThat(Double.parseDouble(fields[5])).isGreaterThan(Double.parseDouble(fields[6]));
        }
    }

    @Test
    void withoutKindsMarkersAreThoseOfTheClusters() throws IOException {
        Path plain = write("unlabelled.h5ad", genes(), 4, false);
        Path folder = directory.resolve("unlabelled");
        assertThat(Run.of("fit", plain, "--preset", "fast", "--threads", 2, "-q", "--out", folder)
                        .code())
                .isZero();
        Path out = directory.resolve("clusters");
        Run run = Run.of("inspect", folder, plain, "--out", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("comparing the clusters").contains("markers.csv");
        String clusters = Files.readString(folder.resolve("clusters.csv"));
        List<String> markers = Files.readAllLines(out.resolve("markers.csv"));
        assertThat(markers).hasSizeGreaterThan(20);
        for (String line : markers.subList(1, markers.size())) {
            // The name of a cluster, in quotes if it has commas.
            String name = line.replaceAll(",[0-9]+,gene.*", "");
            assertThat(clusters).contains("," + name);
        }
        assertThat(Files.readAllLines(out.resolve("rows.csv")).get(0)).endsWith("sparse,total,detected,outlier");
    }

    @Test
    void newCellsArePlacedByTheNamesOfTheirGenes() throws IOException {
        // In another order, without one gene, with one that the model has not.
        int[] shuffled = IntStream.range(0, GENES)
                .map(j -> j == 5 ? GENES + 7 : GENES - 1 - j)
                .toArray();
        Path other = write("other.h5ad", shuffled, 2, true);
        Path placed = directory.resolve("placed.csv");
        Run run = Run.of("place", map, other, "--label", "kind", "--out", placed);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains(
                        "1 of the 40 columns of the model are not in the file, such as gene34: their values are missing")
                .doesNotContain("batches");
        double[] mean = means(placed);
        double[] expected = means(map.resolve("embedding.csv"));
        double apart = Math.hypot(expected[0] - expected[2], expected[1] - expected[3]);
        assertThat(Math.hypot(mean[0] - expected[0], mean[1] - expected[1])).isLessThan(apart / 4);
        assertThat(Math.hypot(mean[2] - expected[2], mean[3] - expected[3])).isLessThan(apart / 4);
    }

    /** The mean coordinates of kind T, then of kind B. */
    private static double[] means(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.get(0).split(","));
        double[] sum = new double[4];
        double[] count = new double[2];
        for (int i = 0; i < CELLS; i++) {
            String[] fields = lines.get(i + 1).split(",");
            int kind = i % 3 == 0 ? 0 : 1;
            sum[2 * kind] += Double.parseDouble(fields[names.indexOf("x")]);
            sum[2 * kind + 1] += Double.parseDouble(fields[names.indexOf("y")]);
            count[kind]++;
        }
        return new double[] {sum[0] / count[0], sum[1] / count[0], sum[2] / count[1], sum[3] / count[1]};
    }

    @Test
    void figuresAreColouredByGenesAndByWhatIsKnownOfTheCells() throws IOException {
        assertThat(Files.readAllLines(map.resolve("embedding.csv")).get(0))
                .isEqualTo("row,x,y,label,error,id,total,detected,outlier");
        for (String name : List.of("gene0", "decoded:gene0", "total", "kind")) {
            List<String> arguments = new ArrayList<>(List.of("draw", map.toString()));
            if (!name.contains("decoded") && !name.equals("total")) {
                arguments.add(cells.toString());
            }
            arguments.addAll(List.of("--color", name, "--format", "svg", "--names", "none"));
            Run run = Run.of(arguments.toArray());
            assertThat(run.code()).as(run.err()).isZero();
            String svg = Files.readString(map.resolve("map.svg"));
            switch (name) {
                case "gene0" -> assertThat(svg).contains(">gene0, log(1 +").contains(">10,000)");
                case "decoded:gene0" -> assertThat(svg).contains(">gene0 decoded,");
                case "total" -> assertThat(svg).contains(">total");
                default -> assertThat(svg).contains(">T").doesNotContain("log(1");
            }
        }
    }

    @Test
    void closeNamesAreOfferedForAGeneThatIsNotThere() {
        assertThat(Run.of("draw", map, cells, "--color", "GENE7").err())
                .contains("found no column and no gene GENE7, expected a name such as gene7, gene");
        assertThat(Run.of("draw", map, cells, "--color", "doner").err()).contains("expected a name such as donor");
        assertThat(Run.of("draw", map, "--color", "decoded:gene77").err())
                .contains("the decoder generates no such column, expected a name such as gene17");
        assertThat(Run.of("draw", map, "--color", "gene7").err())
                .contains(
                        "found no INPUT, expected the data with this column, or one of label, cluster, none, total, detected,"
                                + " outlier, or decoded:COLUMN");
    }

    @Test
    void aFileWithoutDonorsIsTakenAsTheUsualOne() throws IOException {
        Path other = write("plain.h5ad", genes(), 3, false);
        Run run = Run.of("place", map, other, "--out", directory.resolve("placed.csv"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("the model has batches of donor, a column that the file has not");
    }

    @Test
    void aColumnThatIsNotThereAndRowsThatAreNoCountsAreRefused() throws IOException {
        Run none = Run.of("fit", cells, "--batch-column", "day", "--out", directory.resolve("none"));
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--batch-column: found no column 'day'");
        Path table = Files.writeString(directory.resolve("t.csv"), "a,b,day\n1.5,2,x\n2.5,3,y\n3.5,1,x\n4.5,2,y\n");
        Run numbers =
                Run.of("fit", table, "--exclude", "day", "--batch-column", "day", "--out", directory.resolve("no"));
        assertThat(numbers.code()).isEqualTo(2);
        assertThat(numbers.err()).contains("--batch-column: found columns that are no counts");
    }
}
