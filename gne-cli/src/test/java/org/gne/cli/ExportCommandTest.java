package org.gne.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.io.ColumnChoice;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.table.Coordinates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final int ROWS = 90;

    @TempDir
    static Path fits;

    private static Path table;
    private static Path fit;

    @TempDir
    Path directory;

    /** Columns that are called as those of a map, holes, texts that want quotes, columns that no row is made of. */
    @BeforeAll
    static void fitTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of("name,X,size,flag,colour,kind,note,z"));
        for (int i = 0; i < ROWS; i++) {
            lines.add(String.join(
                    ",",
                    "\"n \"\"" + i + "\"\", \u00e9\"",
                    i % 7 == 6 ? "" : "" + (i % 3 + 0.25 * (i % 5)),
                    "" + (1000 * (i % 3) + i),
                    i % 5 == 4 ? "NA" : i % 3 == 0 ? "True" : "False",
                    i % 6 == 5 ? "" : List.of("red", "green", "blue").get(i % 3),
                    i % 10 == 9 ? "" : List.of("a", "b", "c").get(i % 3),
                    i % 2 == 0 ? "" : "\"note, " + i + "\"",
                    i == 0 ? "" : "" + (9007199254740993L + i)));
        }
        table = Files.write(fits.resolve("table.csv"), lines);
        fit = fits.resolve("fit");
        Run run = Run.of(Stream.concat(Stream.of("fit", table, "--exclude", "note,z"), Stream.of(chosen("-q")))
                .toArray());
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    private static Object[] chosen(String... more) {
        Stream<String> all = Stream.of("--id", "name", "--label", "kind", "--header", "true");
        Stream<String> fast = List.of(more).contains("-q")
                ? Stream.of("--preset", "fast", "--epochs", "3", "--out", fit.toString())
                : Stream.of();
        return Stream.of(all, fast, Stream.of(more)).flatMap(each -> each).toArray();
    }

    private Path export(String format, Object... more) {
        Path file = directory.resolve("map." + format);
        Run run =
                Run.of(Stream.concat(Stream.of("export", fit), Stream.of(more)).toArray());
        Object[] all = Stream.of(
                        Stream.of("export", fit), Stream.of(more), Stream.of("--format", format, "--out", file))
                .flatMap(each -> each)
                .toArray();
        assertThat(run.code()).as("without --format").isEqualTo(2);
        run = Run.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEqualTo("written to " + file + System.lineSeparator());
        return file;
    }

    private static Embedding map() throws IOException {
        return GneModel.load(fit.resolve("model.safetensors")).embedding();
    }

    @Test
    void aMapAloneIsRowsPlacesClassesAndErrors() throws IOException {
        for (String format : List.of("csv", "parquet")) {
            Path file = export(format);
            Coordinates read = Coordinates.read(file.toString(), List.of());
            assertThat(read.embedding().values()).isEqualTo(map().values());
            assertThat(Objects.requireNonNull(read.labels()).names()).containsExactly("a", "b", "c");
            assertThat(read.labels().name(9)).isEmpty();
            ColumnChoice named = ColumnChoice.ALL.withColumns(List.of("row", "x", "y", "label", "error"));
            Dataset all = Inputs.read(file.toString(), ReadOptions.defaults().withColumns(named));
            assertThat(all.samples().schema().toString()).contains("row", "x", "y", "label", "error");
            assertThat(all.samples().width()).isEqualTo(4 + 3);
        }
        assertThat(Files.readAllLines(directory.resolve("map.csv")).get(0)).isEqualTo("row,x,y,label,error");
    }

    @Test
    void whatTheTableHasStandsBesideIt() throws IOException {
        List<String> csv = Files.readAllLines(export("csv", with(table)));
        assertThat(csv).hasSize(ROWS + 1);
        assertThat(csv.get(0)).isEqualTo("row,id,x,y,label,error,name,data_X,size,flag,colour,kind,note,data_z");
        assertThat(csv.get(1))
                .matches("0,\"n \"\"0\"\", \u00e9\",[-0-9.E]+,[-0-9.E]+,a,[0-9.E-]+,"
                        + "\"n \"\"0\"\", \u00e9\",0.0,0,true,red,a,,");
        assertThat(csv.get(30)).endsWith(",2029,,,,\"note, 29\",9007199254741022");
    }

    @Test
    void parquetHoldsTheSameAsCsvInColumnsOfTheirTypes() throws IOException {
        Path csv = export("csv", with(table));
        Path parquet = export("parquet", with(table));
        ColumnChoice choice = ColumnChoice.ALL
                .withExclude(List.of("note", "name", "data_z"))
                .withLabel("kind")
                .withId("id");
        Dataset expected = Inputs.read(csv.toString(), ReadOptions.defaults().withColumns(choice));
        Dataset found = Inputs.read(parquet.toString(), ReadOptions.defaults().withColumns(choice));
        assertThat(found.samples().schema()).isEqualTo(expected.samples().schema());
        float[] left = new float[expected.samples().width()];
        float[] right = left.clone();
        for (int i = 0; i < ROWS; i++) {
            expected.samples().read(i, left, 0);
            found.samples().read(i, right, 0);
            assertThat(right).as("row " + i).isEqualTo(left);
            assertThat(Objects.requireNonNull(found.ids()).get(i)).isEqualTo("n \"" + i + "\", \u00e9");
            assertThat(Objects.requireNonNull(found.labels()).name(i))
                    .isEqualTo(Objects.requireNonNull(expected.labels()).name(i));
        }
        String odd = "select data_z from '" + parquet + "' where data_z % 2 = 1";
        assertThat(Inputs.read(odd, ReadOptions.defaults()).samples().size()).isEqualTo(ROWS / 2 - 1);
    }

    private static Object[] with(Object input) {
        return Stream.concat(Stream.of(input), Stream.of(chosen())).toArray();
    }

    @Test
    void coordinatesAreAnArrayOfNumPy() throws IOException {
        Dataset read = Inputs.read(export("npy").toString(), ReadOptions.defaults());
        float[] values = new float[2 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            read.samples().read(i, values, 2 * i);
        }
        assertThat(values).isEqualTo(map().values());
    }

    /** What the decoder's file gives is compared with the model in gne-onnx. */
    @Test
    void theDecoderIsAFileOfItsOwn() {
        assertThat(export("onnx")).isNotEmptyFile();
        Run run = Run.of("export", fit, "--format", "onnx", "-q");
        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(fit.resolve("decoder.onnx")).hasSameBinaryContentAs(directory.resolve("map.onnx"));
    }

    @Test
    void generatedSamplesAreNumbersInAnArrayAndNamesInAText() throws IOException {
        Path npy = directory.resolve("a.npy");
        Path csv = directory.resolve("a.csv");
        for (Path file : List.of(npy, csv)) {
            assertThat(Run.of("generate", fit, "--grid", 3, "--out", file, "-q"))
                    .isEqualTo(new Run(0, "", ""));
        }
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("x,y,X,size,flag,colour");
        Dataset numbers = Inputs.read(npy.toString(), ReadOptions.defaults());
        assertThat(numbers.samples().size()).isEqualTo(9);
        float[] row = new float[6];
        for (int i = 0; i < 9; i++) {
            numbers.samples().read(i, row, 0);
            String[] fields = lines.get(1 + i).split(",");
            assertThat(Float.parseFloat(fields[3])).isCloseTo(row[1], offset(0f));
            assertThat(fields[4]).isEqualTo("" + (row[2] >= 0.5f));
            double largest = Arrays.stream(new float[][] {{row[3]}, {row[4]}, {row[5]}})
                    .mapToDouble(each -> each[0])
                    .max()
                    .orElseThrow();
            assertThat((double) row[3 + List.of("red", "green", "blue").indexOf(fields[5])])
                    .isEqualTo(largest);
        }
    }

    @Test
    void otherDataIsRefusedAndNothingIsLeft() throws IOException {
        Path shorter = directory.resolve("shorter.csv");
        Files.write(shorter, Files.readAllLines(table).subList(0, 50));
        Path file = directory.resolve("map.csv");
        refuses("found 49 rows, expected the 90", shorter, "--format", "csv", "--out", file);
        refuses("INPUT: found ", table, "--format", "npy", "--out", file);
        refuses("--header", table, "--header", "maybe", "--format", "csv", "--out", file);
        refuses("--format", table, "--format", "xls", "--out", file);
        refuses(
                "no such file",
                "--format",
                "csv",
                "--out",
                directory.resolve("none").resolve("a.csv"),
                "-q");
        assertThat(file).doesNotExist();
    }

    private static void refuses(String message, Object... args) {
        Run run =
                Run.of(Stream.concat(Stream.of("export", fit), Stream.of(args)).toArray());
        assertThat(run.code()).as(run.err()).isNotZero();
        assertThat(run.err().lines()).hasSize(1);
        if (!message.equals("no such file")) {
            assertThat(run.err()).contains(message);
            assertThat(run.code()).isEqualTo(2);
        }
    }
}
