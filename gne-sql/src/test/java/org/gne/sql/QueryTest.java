package org.gne.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.MissingTexts;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void whatArrowWroteIsRead() throws Exception {
        for (String name : List.of("arrow.parquet", "arrow.jsonl", "arrow.jsonl.gz")) {
            ColumnChoice choice = ColumnChoice.ALL
                    .withColumns(List.of("x", "flag", "colour", "big"))
                    .withLabel("colour")
                    .withId("i");
            Dataset data = Inputs.read(resource(name).toString(), DEFAULTS.withColumns(choice.withLabel(null)));
            assertThat(data.samples().schema())
                    .isEqualTo(new Schema.Columns(List.of(
                            Column.number("x"),
                            Column.bool("flag"),
                            Column.category("colour", List.of("red", "green", "blue")),
                            Column.number("big"))));
            assertThat(data.samples().size()).isEqualTo(40);
            for (int i = 0; i < 40; i++) {
                float[] expected = new float[6];
                expected[0] = i % 9 == 8 ? Float.NaN : (float) (i / 7.0 - 2);
                expected[1] = i % 5 == 4 ? Float.NaN : i % 3 == 0 ? 1 : 0;
                for (int c = 0; c < 3; c++) {
                    expected[2 + c] = i % 11 == 10 ? Float.NaN : i % 3 == c ? 1 : 0;
                }
                expected[5] = (float) (i * 1e12);
                assertThat(row(data, i)).as(name + " " + i).isEqualTo(expected);
                assertThat(Objects.requireNonNull(data.ids()).get(i)).isEqualTo("" + i);
            }
            Dataset labelled = Inputs.read(resource(name).toString(), DEFAULTS.withColumns(choice));
            assertThat(Objects.requireNonNull(labelled.labels()).names()).containsExactly("blue", "green", "red");
        }
    }

    @Test
    void listsOfNumbersAreColumns() throws Exception {
        String query = "select i * i as x, %s as v from range(30) t(i)";
        Path parquet = directory.resolve("lists.parquet");
        Path json = directory.resolve("lists.jsonl");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String lists = String.format(query, "case when i <> 3 then [i / 4, null, -i * i] end");
            statement.execute("copy (" + lists + ") to '" + parquet + "' (format parquet)");
            statement.execute("copy (" + lists + ") to '" + json + "' (format json)");
        }
        String array = String.format(query, "case when i <> 3 then [i / 4, null, -i * i] end::float[3]");
        for (String input : List.of(parquet.toString(), json.toString(), array)) {
            Dataset data = Inputs.read(input, DEFAULTS);
            assertThat(((Schema.Columns) data.samples().schema()).columns())
                    .as(input)
                    .containsExactly(
                            Column.number("x"), Column.number("v.0"), Column.number("v.1"), Column.number("v.2"));
            assertThat(row(data, 5)).as(input).containsExactly(25, 1.25f, Float.NaN, -25);
            assertThat(row(data, 3)).as(input).containsExactly(9, Float.NaN, Float.NaN, Float.NaN);
        }
        String texts = String.format(query, "['a' || i, 'b']");
        assertThatThrownBy(() -> Inputs.read(texts, DEFAULTS)).hasMessageContaining("found VARCHAR[]");
        String nested = String.format(query, "[[i]]");
        assertThatThrownBy(() -> Inputs.read(nested, DEFAULTS)).hasMessageContaining("[][]");
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(QueryTest.class.getResource(name)).toURI());
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }

    @Test
    void queriesAreInputs() throws Exception {
        String files = resource("arrow.parquet").toString().replace("arrow.", "a*.");
        Dataset data = Inputs.read("select x, big from '" + files + "' where i > 30 order by i desc; ", DEFAULTS);
        assertThat(data.samples().size()).isEqualTo(9);
        assertThat(row(data, 0)[1]).isEqualTo(39e12f);
        Dataset some = Inputs.read(
                "SELECT x, big -- of all\n FROM '" + files + "' order by i desc -- backwards", DEFAULTS.withLimit(2));
        assertThat(some.samples().size()).isEqualTo(2);
        assertThat(row(some, 1)[1]).isEqualTo(38e12f);
        Dataset counts = Inputs.read(
                "with t as (select i % 4 as k from '" + files + "') select k, count(*) as n from t group by k",
                DEFAULTS);
        assertThat(counts.samples().size()).isEqualTo(4);
        assertThat(Inputs.read("from range(7)", DEFAULTS).samples().size()).isEqualTo(7);
        assertThat(Inputs.read("values (1, 2.5), (null, 3), (2, 3)", DEFAULTS)
                        .samples()
                        .width())
                .isEqualTo(2);
    }

    @Test
    void wholeNumbersOfAnySizeAreNumbers() {
        Dataset data = Inputs.read(
                "select 1::tinyint a, 200::utinyint b, 18446744073709551615::ubigint c, 10::hugeint d,"
                        + " 1.25::decimal(9,3) e, 'nan'::double f, true g union all select 0, 0, 0, 0, 0, 1, false"
                        + " union all select 0, 0, 0, 0, 0, 2, false",
                DEFAULTS);
        assertThat(row(data, 0)).containsExactly(1, 200, 1.8446744e19f, 10, 1.25f, Float.NaN, 1);
    }

    @Test
    void whatIsNoQueryDoesNothing() {
        Path file = directory.resolve("written.csv");
        refuses("select 1 as a; copy (select 1) to '" + file + "'", "found text after ;, expected one query");
        refuses("select 1 as a) to '" + file + "'; --", "syntax error");
        refuses("with t as (select 1) insert into x select 1", "");
        assertThat(file).doesNotExist();
        refuses("select 1 as a, 2 as a", "the name 'a' for columns 1 and 2, expected a different name for each");
        refuses("select 1 as a, 2 as A", "the name 'A' for columns 1 and 2");
        refuses("select * from 'nothing.parquet'", "nothing.parquet");
        refuses("selec * from x", "neither a known name nor a file");
        refuses("select * from (select 1 as a) where a > 1", "found no rows");
        refuses("select * from 'http://example.org/x.parquet'", "httpfs");
        refuses("install httpfs; select 1", "neither a known name nor a file");
        refuses(
                "select 'a' || i as t, i from range(200) r(i)",
                "column t: left out, a different text in nearly every row");
        refuses("select 1e300 as x", "row 1, column 'x': found 1.0E300, expected a number of at most");
        refuses("select error('it\nbroke') as x", "broke");
    }

    @Test
    void datesAndTimesAreDaysAndSeconds() {
        Dataset data = Inputs.read(
                "select date '2024-02-28' + cast(i % 9 as int) as d,"
                        + " timestamp '2024-02-28 08:30:05.5' + to_minutes(i * i % 100) as t,"
                        + " timestamptz '2024-02-28 08:30:00+02' + to_hours(i % 7) as z,"
                        + " timestamp_ns '2024-02-28 08:30:00' as same, case when i = 3 then null else date '2020-01-01'"
                        + " + cast(i as int) end as gap, '2020-01-' || (10 + i % 20) as text from range(40) r(i)",
                DEFAULTS);
        List<Column> columns = ((Schema.Columns) data.samples().schema()).columns();
        assertThat(columns)
                .extracting(column -> column.name() + " " + column.kind())
                .containsExactly("d DATE", "t TIME", "z TIME", "gap DATE", "text DATE");
        float[] row = row(data, 1);
        assertThat(columns.get(0).text(row[0])).isEqualTo("2024-02-29");
        assertThat(columns.get(1).value(row[1]) % 60).isEqualTo(5.5);
        assertThat(columns.get(2).text(row[2])).isEqualTo("2024-02-28T07:30");
        assertThat(columns.get(4).text(row[4])).isEqualTo("2020-01-11");
        assertThat(row(data, 3)[3]).isNaN();
        assertThat(data.notes()).singleElement().asString().contains("column same: left out, the same value");
    }

    @Test
    void whatASourceSaysIsTextStaysText() {
        Dataset data = Inputs.read("select cast(i % 5 as varchar) as code, i * i as x from range(40) r(i)", DEFAULTS);
        assertThat(((Schema.Columns) data.samples().schema()).columns().get(0).categories())
                .hasSize(5);
        Dataset none = Inputs.read(
                "select case when i % 5 = 0 then 'NA' else 'a' || (i % 3) end as c, case when i = 7 then -9 else i * i end"
                        + " as x from range(40) r(i)",
                DEFAULTS);
        assertThat(missingCells(none)).isZero();
        Dataset asked = Inputs.read(
                "select case when i % 5 = 0 then 'NA' else 'a' || (i % 3) end as c, case when i = 7 then -9 else i * i end"
                        + " as x from range(40) r(i)",
                DEFAULTS.withColumns(ColumnChoice.ALL.withMissing(MissingTexts.of(List.of("NA", "-9")))));
        assertThat(missingCells(asked)).isEqualTo(9);
    }

    @Test
    void nestedValuesAreRefusedUnlessTheyAreNotUsed() {
        String query =
                "select time '03:04:05' + to_minutes(i) as t, date '2024-01-02' as d, {'k': i} as l, i * 2 as a from range(4) r(i)";
        refuses(
                query,
                "2 columns are unclear: column 't': found TIME, expected numbers, booleans, dates, times or texts");
        ColumnChoice rest = ColumnChoice.ALL.withExclude(List.of("t", "l")).withLabel("d");
        Dataset data = Inputs.read(query, DEFAULTS.withColumns(rest));
        assertThat(data.samples().width()).isEqualTo(1);
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("2024-01-02");
        assertThat(Inputs.read("select epoch(timestamp '2024-01-02') as t", DEFAULTS)
                        .samples()
                        .width())
                .isEqualTo(1);
    }

    private static void refuses(String query, String message) {
        assertThatThrownBy(() -> Inputs.read(query, DEFAULTS))
                .as(query)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n")
                .hasSizeLessThan(700);
    }

    @Test
    void whatIsWrongWithAFileIsNamed() throws IOException {
        refuses("a.jsonl", "{\"a\": 1}\n{\"a\": \"x\"}\n", "column 'a': found values of several types");
        refuses("a.jsonl", "{\"a\": 1}\n{\"a\": \n", "");
        refuses("a.jsonl", "{\"a\": 1}\n{\"a\": 2, \"a\": 3}\n", "");
        refuses("a.jsonl", "", "");
        refuses("a.jsonl", "\0\0\0", "");
        refuses("a.parquet", "PAR1PAR1", "");
        refuses("a.parquet", "", "");
        Files.write(directory.resolve("a.jsonl"), new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'});
        refuses(directory.resolve("a.jsonl"), "");
    }

    /** The database would take the whole process down. */
    @Test
    void valuesNestedTooDeeplyAreRefused() throws IOException {
        for (String nested : List.of("[".repeat(100_000) + "]".repeat(100_000), "{\"a\":".repeat(100_000))) {
            refuses(
                    "a.jsonl",
                    "{\"a\": \"[\\\"[\"}\n{\"a\": " + nested + "}\n",
                    "line 2: found values nested more than 64");
        }
        String brackets = "{\"a\": \"" + "[".repeat(100) + "\\\"" + "[".repeat(100) + "\"}\n";
        Path file = Files.writeString(directory.resolve("a.jsonl"), brackets);
        assertThat(Inputs.read(file.toString(), DEFAULTS).samples().size()).isEqualTo(1);
    }

    @Test
    void filesThatUnpackToMuchMoreAreToldInOneLine() throws IOException {
        for (String start : List.of("", " ", "{\"a\": \"", "{\"a\": 1}\n\n")) {
            Path file = directory.resolve("bomb.jsonl.gz");
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) (start.isEmpty() ? 0 : start.isBlank() ? ' ' : 'x'));
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(start.getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 40; i++) {
                    out.write(block);
                }
            }
            refuses(file, "");
        }
    }

    @Test
    void manyColumnsAndLongTextsAreReadOrRefusedInOneLine() throws IOException {
        StringBuilder wide = new StringBuilder();
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3000; column++) {
                wide.append(column == 0 ? "{" : ", ")
                        .append("\"c")
                        .append(column)
                        .append("\": ")
                        .append(row + column);
            }
            wide.append("}\n");
        }
        Path file = Files.writeString(directory.resolve("wide.jsonl"), wide);
        Dataset data = Inputs.read(file.toString(), DEFAULTS);
        assertThat(row(data, 1)[2999]).isEqualTo(3000);
        String text = "{\"a\": 1, \"b\": \"" + "x".repeat(1 << 20) + "\"}\n{\"a\": 2, \"b\": \"y\"}\n";
        Path texts = Files.writeString(directory.resolve("long.jsonl"), text);
        assertThat(Inputs.read(texts.toString(), DEFAULTS).samples().width()).isEqualTo(3);
    }

    private void refuses(String name, String content, String message) throws IOException {
        refuses(Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8), message);
    }

    private static void refuses(Path file, String message) {
        assertThatThrownBy(() -> Inputs.read(file.toString(), DEFAULTS))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void damageIsToldInOneLine() throws Exception {
        damage("arrow.parquet", 150, 21);
        damage("arrow.jsonl", 150, 22);
        damage("arrow.jsonl.gz", 150, 23);
    }

    @Tag("slow")
    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void muchDamageIsToldInOneLine() throws Exception {
        damage("arrow.parquet", 10_000, 24);
        damage("arrow.jsonl", 10_000, 25);
        damage("arrow.jsonl.gz", 10_000, 26);
    }

    private void damage(String name, int flips, long seed) throws Exception {
        byte[] whole = Files.readAllBytes(resource(name));
        for (int part = 0; part < 64; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 64);
            boolean read = read(name, cut);
            assertThat(read && !name.equals("arrow.jsonl"))
                    .as(name + " cut at " + part)
                    .isFalse();
        }
        Random random = new Random(seed);
        for (int time = 0; time < flips; time++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < (time % 2 == 0 ? 1 : 1 + random.nextInt(8)); i++) {
                damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            }
            read(name, damaged);
        }
    }

    private boolean read(String name, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        try {
            Dataset data = Inputs.read(file.toString(), DEFAULTS);
            row(data, data.samples().size() - 1);
            return true;
        } catch (InputException e) {
            assertThat(e).hasMessageStartingWith(file.toString());
            assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(900);
            return false;
        }
    }

    private static long missingCells(Dataset data) {
        return Survey.of(data.samples()).missingCells(data.samples().schema());
    }
}
