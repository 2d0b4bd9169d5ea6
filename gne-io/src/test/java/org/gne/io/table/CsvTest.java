package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.CellText;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void whatPandasWroteIsRead() throws IOException {
        for (String name : List.of("pandas.csv", "pandas.tsv.gz")) {
            ColumnChoice choice = ColumnChoice.ALL
                    .withColumns(List.of("x", "flag", "colour", "big"))
                    .withId("i");
            Dataset data = Inputs.read(resource(name).toString(), DEFAULTS.withColumns(choice));
            assertThat(data.samples().schema())
                    .isEqualTo(new Schema.Columns(List.of(
                            Column.number("x"),
                            Column.bool("flag"),
                            Column.category("colour", List.of("red", "green, light", "so-called \"blue\"\nor not")),
                            Column.number("big"))));
            assertThat(data.samples().size()).isEqualTo(40);
            for (int i = 0; i < 40; i++) {
                float[] expected = new float[6];
                expected[0] = i % 9 == 8 ? Float.NaN : (float) (i / 7.0 - 2);
                expected[1] = i % 3 == 0 ? 1 : 0;
                for (int c = 0; c < 3; c++) {
                    expected[2 + c] = i % 11 == 10 ? Float.NaN : i % 3 == c ? 1 : 0;
                }
                expected[5] = (float) (i * 1e12);
                assertThat(row(data, i)).isEqualTo(expected);
                assertThat(Objects.requireNonNull(data.ids()).get(i)).isEqualTo("" + i);
            }
        }
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(CsvTest.class.getResourceAsStream(name))) {
            return Files.write(directory.resolve(name), in.readAllBytes());
        }
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }

    @Test
    void columnsAreChosenByName() {
        String text = "id,pixel1,pixel2,kind,note\nr0,1,2,b,x\nr1,3,4,a,y\nr2,5,6,,z\n";
        Dataset data =
                read(text, choice("--columns", "pixel*").withLabel("kind").withId("id"));
        assertThat(data.samples().schema()).isEqualTo(Schema.Columns.named(List.of("pixel1", "pixel2")));
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("a", "b");
        assertThat(data.labels().classes()).containsExactly(1, 0, -1);
        assertThat(Objects.requireNonNull(data.ids()).get(2)).isEqualTo("r2");
        assertThat(row(data, 1)).containsExactly(3, 4);

        Dataset rest = read(text, choice("--exclude", "note", "kind", "id"));
        assertThat(rest.samples().width()).isEqualTo(2);
        Dataset numbersAsTexts = read(text, choice("--categories", "pixel2"));
        assertThat(numbersAsTexts.samples().schema().width()).isEqualTo(3 + 1 + 3 + 2 + 3);
        refuses(text, choice("--columns", "pixel3"), "no column 'pixel3', expected one of id, pixel1, pixel2, kind");
        refuses(text, ColumnChoice.ALL.withLabel("Kind"), "--label: no column 'Kind', expected one of id");
        refuses(text, choice("--exclude", "*"), "found no column");
    }

    private static ColumnChoice choice(String option, String... names) {
        List<String> list = List.of(names);
        return switch (option) {
            case "--columns" -> ColumnChoice.ALL.withColumns(list);
            case "--exclude" -> ColumnChoice.ALL.withExclude(list);
            default -> ColumnChoice.ALL.withCategories(list);
        };
    }

    @Test
    void classesThatAreNumbersAreInTheirOrder() {
        Dataset data = read("x,y\n1,10\n2,9\n3,-1\n4,10\n", ColumnChoice.ALL.withLabel("y"));
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("-1", "9", "10");
    }

    @Test
    void aFirstLineOfNumbersIsNoHeaderUnlessItCounts() {
        assertThat(read("1.5,2\n3,4\n").samples().size()).isEqualTo(2);
        assertThat(read("0,1,2\n3,4,5\n").samples().size()).isEqualTo(1);
        assertThat(read(",0,1\n0,4,5\n").samples().size()).isEqualTo(1);
        assertThat(read("a,1\n3,4\n").samples().schema()).isEqualTo(Schema.Columns.named(List.of("a", "1")));
        assertThat(read("5\n7\n").samples().size()).isEqualTo(2);
        Path file = write("h.csv", "1.5,2\n3,4\n");
        assertThat(Inputs.read(file.toString(), DEFAULTS.withHeader(true))
                        .samples()
                        .schema())
                .isEqualTo(Schema.Columns.named(List.of("1.5", "2")));
        Path names = write("n.csv", "a,b\n3,4\n");
        assertThat(Inputs.read(
                                names.toString(),
                                DEFAULTS.withHeader(false).withColumns(choice("--categories", "0", "1")))
                        .samples()
                        .size())
                .isEqualTo(2);
    }

    @Test
    void delimitersAreSeenOrTold() {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            Dataset data = read("\uFEFFa" + delimiter + "\"b,;\"\r\n1" + delimiter + "2\r\n");
            assertThat(data.samples().schema()).isEqualTo(Schema.Columns.named(List.of("a", "b,;")));
        }
        Path file = write("a.csv", "a:b\n1:2\n");
        assertThat(Inputs.read(file.toString(), DEFAULTS.withDelimiter(':'))
                        .samples()
                        .width())
                .isEqualTo(2);
    }

    @Test
    void numbersAreWhatPeopleWrite() {
        float[] row = row(read("a,b,c,d,e,f,g\n 1 ,-2.5e3,+.5,0000007,123456789012345678901234,1E-3,-0\n"), 0);
        assertThat(row).containsExactly(1, -2500, 0.5f, 7, 1.2345679e23f, 0.001f, -0f);
        for (String text : List.of("1f", "0x10", "1d", "1_000", "1,5e", "--1", "e5", ".")) {
            assertThat(CellText.number(text)).as(text).isNaN();
        }
        refuses(
                "a\n1\n2\n3\n4\n5\n1e39\n",
                ColumnChoice.ALL,
                "line 7, column 'a': found 1.0E39, expected a number of at most");
        refuses("a\n1\n1e400\n", ColumnChoice.ALL, "line 3, column 'a': found Infinity, expected a number of at most");
    }

    @Test
    void columnsOfTheSameNameGetNamesOfTheirOwnAndThatIsSaid() {
        Dataset data = read("a,b,a,a,a (2)\n1,2,3,4,5\n6,7,8,9,0\n", ColumnChoice.ALL);
        assertThat(((Schema.Columns) data.samples().schema()).columns())
                .extracting(Column::name)
                .containsExactly("a", "b", "a (2)", "a (3)", "a (2) (2)");
        assertThat(data.notes()).contains("line 1: column 3 has the same name as column 1, so it is called 'a (2)'");
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        refuses("", ColumnChoice.ALL, "found no line");
        refuses("a,b\n", ColumnChoice.ALL, "found no rows");
        refuses("a,b\n1,2\n3\n", ColumnChoice.ALL, "line 3: found 1 value, expected 2 as in the first line");
        refuses("a,b\n1,2\n3,4,5\n", ColumnChoice.ALL, "line 3: found 3 values, expected 2");
        refuses("a\n1\n2\n3\nx\n", ColumnChoice.ALL, "line 5, column 'a': found 'x', expected a number as in 3 other");
        refuses("a,b\n1,\"2\n3,4\n", ColumnChoice.ALL, "found a quote that is not closed");
        refuses("a,b\n1,\"2\"3\n", ColumnChoice.ALL, "after line 1: Unexpected character after closing quote");
        refuses("a,b\n1,x\0y\n", ColumnChoice.ALL, "line 2: found a NUL byte");
        refuses("a,b\n,\n,NA\n", ColumnChoice.ALL, "found no column for the rows: columns a, b: left out, no value");
        StringBuilder names = new StringBuilder("name\n");
        for (int i = 0; i < 200; i++) {
            names.append("person ").append(i).append('\n');
        }
        refuses(names.toString(), ColumnChoice.ALL, "found no column for the rows: column name: left out");
        assertThat(read(names.toString(), choice("--categories", "name"))
                        .samples()
                        .width())
                .isEqualTo(200);
    }

    @Test
    void aVeryWideTableIsRead() {
        int width = 100_000;
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 3; line++) {
            for (int i = 0; i < width; i++) {
                text.append(i == 0 ? "" : ",").append(line == 0 ? "c" + i : "" + i % 10);
            }
            text.append('\n');
        }
        Dataset data = read(text.toString());
        assertThat(data.samples().width()).isEqualTo(width);
        assertThat(row(data, 1)[width - 1]).isEqualTo(9);
    }

    @Test
    void anEndlessLineIsRefused() {
        refuses("a,b\n1," + "x".repeat(3 << 20), ColumnChoice.ALL, "after line 1: ");
        refuses("a,b\n1,2\n" + ",".repeat(3 << 20), ColumnChoice.ALL, "after line 2: ");
    }

    @Test
    void theLimitIsAllThatIsLookedAt() {
        Path file = write("l.csv", "a,b\n1,x\n2,y\nz\n");
        Dataset data = Inputs.read(file.toString(), DEFAULTS.withLimit(2));
        assertThat(data.samples().size()).isEqualTo(2);
        assertThat(data.samples().width()).isEqualTo(3);
    }

    @Test
    void rowsOfNumbersArePicturesWhenSaidSo() {
        Path file = write("p.csv", "a,b,c,d,e,f\n1,2,3,4,5,6\n");
        Schema.Picture picture = new Schema.Picture(2, 3, 1);
        assertThat(Inputs.read(file.toString(), DEFAULTS.withPicture(picture))
                        .samples()
                        .schema())
                .isEqualTo(picture);
        assertThat(Inputs.read(file.toString(), DEFAULTS).samples().schema()).isInstanceOf(Schema.Columns.class);
        assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS.withPicture(new Schema.Picture(2, 2, 1))))
                .hasMessageContaining("rows of 6 numbers, expected 4 for images of 2 x 2 x 1");
    }

    @Test
    void rowsOfAModelAreFoundByName() {
        Dataset first = read("size,colour,x\n1,red,1\n2,blue,2\n");
        Path file = write("more.csv", "x,extra,colour,size\n7,e,blue,8\n");
        ReadOptions asFirst = DEFAULTS.withSchema(first.samples().schema());
        Dataset more = Inputs.read(file.toString(), asFirst);
        assertThat(more.samples().schema()).isEqualTo(first.samples().schema());
        assertThat(row(more, 0)).containsExactly(8, 0, 1, 7);
        Path green = write("green.csv", "x,colour,size\n7,green,8\n7,red,8\n7,,8\n");
        Dataset other = Inputs.read(green.toString(), asFirst);
        assertThat(row(other, 0)).containsExactly(8, Float.NaN, Float.NaN, 7);
        assertThat(row(other, 1)).containsExactly(8, 1, 0, 7);
        assertThat(other.notes())
                .containsExactly("colour: 1 value is none of the model's 2 categories ('green'): taken as missing");
        assertThatThrownBy(() -> Inputs.read(green.toString(), asFirst.withStrict(true)))
                .hasMessageContaining("line 2, column 'colour': found 'green', expected one of the model's 2");
    }

    @Test
    void columnsOfAModelMayBeAbsentUnlessMostAre() {
        ReadOptions asFirst = DEFAULTS.withSchema(
                read("size,colour,x\n1,red,1\n2,blue,2\n").samples().schema());
        Path narrow = write("narrow.csv", "x,colour\n7,red\n");
        Dataset data = Inputs.read(narrow.toString(), asFirst);
        assertThat(row(data, 0)).containsExactly(Float.NaN, 1, 0, 7);
        assertThat(data.notes()).containsExactly("column size of the model: not found, all values taken as missing");
        assertThatThrownBy(() -> Inputs.read(narrow.toString(), asFirst.withStrict(true)))
                .hasMessageContaining(
                        "the model: no column 'size', expected all of the model's 3 columns among x, colour");
        Path one = write("one.csv", "x,a\n7,1\n");
        assertThatThrownBy(() -> Inputs.read(one.toString(), asFirst))
                .hasMessageContaining("the model: no columns 'size', 'colour', expected at least half");
    }

    @Test
    void allThatIsWrongWithTheColumnsOfAModelIsToldAtOnce() {
        ReadOptions asFirst = DEFAULTS.withSchema(
                read("size,flag,x\n1,yes,1\n2,no,2\n").samples().schema());
        Path wrong = write("wrong.csv", "x,flag,size\n7,yes,8\nlow,perhaps,high\n");
        assertThatThrownBy(() -> Inputs.read(wrong.toString(), asFirst))
                .hasMessageContaining("3 columns are unclear: line 3, column 'size': found 'high', expected numbers")
                .hasMessageContaining("line 2, column 'flag': found 'yes', expected booleans")
                .hasMessageContaining("line 3, column 'x': found 'low', expected numbers");
    }

    @Test
    void labelsMayBeLinesOfText() {
        Path rows = write("rows.csv", "a\n1\n2\n3\n");
        for (String text : List.of("cat\ndog\ncat\n", "kind\ncat\ndog\ncat\n")) {
            Dataset data = Inputs.open(rows.toString(), write("labels.txt", text));
            assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("cat", "dog");
        }
        Path two = write("two.txt", "cat\ndog\n");
        assertThatThrownBy(() -> Inputs.open(rows.toString(), two)).hasMessageContaining("2 labels, expected 3");
    }

    @Test
    void damagedGzipIsNamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = bytes.toByteArray();
        Path file = directory.resolve("t.csv.gz");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("t.csv.gz");
        }
    }

    private Dataset read(String text) {
        return read(text, ColumnChoice.ALL);
    }

    private Dataset read(String text, ColumnChoice choice) {
        return Inputs.read(write("t.csv", text).toString(), DEFAULTS.withColumns(choice));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuses(String text, ColumnChoice choice, String message) {
        assertThatThrownBy(() -> read(text, choice))
                .isExactlyInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith(directory.resolve("t.csv") + ": ")
                .message()
                .doesNotContain("\n");
    }
}
