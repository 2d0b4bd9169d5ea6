package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.TypeChoice;
import org.junit.jupiter.api.Test;

class ColumnTypesTest {

    private final WrittenTable tables = new WrittenTable();

    @Test
    void numbersStayNumbersCodesToo() {
        Dataset data = read(300, Map.of("x", i -> i % 7 * 0.25, "code", i -> 1 + i % 5, "bit", i -> i % 2));
        assertThat(columns(data)).allMatch(column -> column.kind() == Column.Kind.NUMBER && column.origin() == 0);
        assertThat(data.notes()).isEmpty();
    }

    @Test
    void twoWordsForYesAndNoAreABoolean() {
        for (String pair : List.of("true false", "TRUE FALSE", "yes no", "Yes No", "t f", "Y N")) {
            String[] words = pair.split(" ");
            Dataset data = read(30, Map.of("b", i -> i == 4 ? "NA" : i == 5 ? "None" : words[i % 2]));
            assertThat(columns(data)).containsExactly(Column.bool("b"));
            assertThat(values(data, 0)).startsWith(1, 0, 1, 0, Float.NaN, Float.NaN, 1);
        }
        for (String pair : List.of("male female", "yes false", "on off")) {
            String[] words = pair.split(" ");
            assertThat(columns(read(30, Map.of("b", i -> words[i % 2]))))
                    .containsExactly(Column.category("b", List.of(words)));
        }
    }

    @Test
    void whatADoubleDoesNotTellApartIsSaid() {
        Dataset data = read(60, Map.of("x", i -> i * i, "id", i -> 9_007_199_254_740_993L + 3L * (i * 7 % 60)));
        assertThat(data.notes())
                .containsExactly("column id: whole numbers beyond 9,007,199,254,740,992 lose their last digits; if they"
                        + " are ids: --id id or --exclude id");
        assertThat(read(60, Map.of("x", i -> i * i, "mass", i -> 1e17 * (1 + i * 7 % 60)))
                        .notes())
                .isEmpty();
    }

    @Test
    void optionsInNotesCanBeCopiedToAShell() {
        for (String[] names : List.of(
                new String[] {"city of birth", "\"city of birth=category\""},
                new String[] {"cost in $", "'cost in $=category'"},
                new String[] {"it's $", "'it'\\''s $=category'"},
                new String[] {"größe", "größe=category"})) {
            Dataset data =
                    read(150, Map.of("x", i -> i * i, names[0], i -> i % 2 == 0 ? "a" + i : "b" + (i - 1) % 100));
            assertThat(data.notes())
                    .containsExactly("column " + names[0] + ": left out, more than 100 different texts (--type "
                            + names[1] + " keeps it)");
        }
    }

    @Test
    void columnsWithoutAnyValueAndConstantsAreLeftOut() {
        Dataset data = read(30, Map.of("x", i -> i * i, "c", i -> i == 3 ? "" : "7", "t", i -> "same", "e", i -> "NA"));
        assertThat(columns(data)).containsExactly(Column.number("x"));
        assertThat(data.notes())
                .containsExactly(
                        "column e: left out, no value in any row",
                        "columns c, t: left out, the same value in every row");
        assertThat(read(1, Map.of("x", i -> 3, "c", i -> 7)).samples().width()).isEqualTo(2);
        Dataset asked =
                tables.read(30, Map.of("x", i -> i * i, "c", i -> 7), ColumnChoice.ALL.withTypes(types("c", "real")));
        assertThat(asked.samples().width()).isEqualTo(2);
    }

    @Test
    void equalRowsAreKept() {
        Dataset data = read(30, Map.of("x", i -> 0, "y", i -> 0));
        assertThat(data.samples().width()).isEqualTo(2);
        assertThat(data.notes()).isEmpty();
    }

    @Test
    void rowNumbersAreLeftOutUnlessNamed() {
        for (int from : new int[] {0, 1}) {
            Map<String, IntFunction<Object>> table = Map.of("n", i -> i + from, "x", i -> i * i);
            Dataset data = read(30, table);
            assertThat(columns(data)).containsExactly(Column.number("x"));
            assertThat(data.notes()).containsExactly("column n: left out, row numbers (--type n=real keeps it)");
            assertThat(tables.read(30, table, ColumnChoice.ALL.withColumns(List.of("n", "x")))
                            .samples()
                            .width())
                    .isEqualTo(2);
        }
        assertThat(read(30, Map.of("n", i -> i == 7 ? 6 : i, "x", i -> i * i))
                        .samples()
                        .width())
                .isEqualTo(2);
        assertThat(read(30, Map.of("n", i -> 2 + i, "x", i -> i * i)).samples().width())
                .isEqualTo(2);
        assertThat(read(9, Map.of("n", i -> 1 + i, "x", i -> i * i)).samples().width())
                .isEqualTo(2);
    }

    @Test
    void textsThatAreNearlyAllDifferentAreLeftOut() {
        Map<String, IntFunction<Object>> table =
                Map.of("x", i -> i * i, "name", i -> "n" + i, "nearly", i -> "m" + (i % 20 == 0 ? 0 : i));
        Dataset data = read(400, table);
        assertThat(columns(data)).containsExactly(Column.number("x"));
        assertThat(data.notes())
                .containsExactly("columns name, nearly: left out, a different text in nearly every row"
                        + " (--type name=category keeps it)");
        Dataset asked = tables.read(400, table, ColumnChoice.ALL.withTypes(types("name", "category", "nearly", "id")));
        assertThat(asked.samples().width()).isEqualTo(401);
        assertThat(Objects.requireNonNull(asked.ids()).get(21)).isEqualTo("m21");
        assertThat(read(8, Map.of("x", i -> i * i, "name", i -> "n" + i))
                        .samples()
                        .width())
                .isEqualTo(9);
    }

    @Test
    void moreThanAHundredDifferentTextsAreLeftOutUnlessNamed() {
        Map<String, IntFunction<Object>> table = Map.of("x", i -> i * i, "city", i -> "c" + i % 101);
        Dataset data = read(400, table);
        assertThat(data.samples().width()).isEqualTo(1);
        assertThat(data.notes())
                .containsExactly(
                        "column city: left out, more than 100 different texts (--type city=category keeps it)");
        assertThat(tables.read(400, table, ColumnChoice.ALL.withCategories(List.of("city")))
                        .samples()
                        .width())
                .isEqualTo(102);
        assertThatThrownBy(() -> tables.read(400, table, ColumnChoice.ALL.withColumns(List.of("city"))))
                .hasMessageContaining("column 'city': found more than 100 different texts");
        assertThat(read(400, Map.of("city", i -> "c" + i % 100)).samples().width())
                .isEqualTo(100);
    }

    @Test
    void allUnclearColumnsAreToldInOneMessage() {
        Map<String, IntFunction<Object>> table = new LinkedHashMap<>();
        table.put("a", i -> i == 7 ? "low" : "" + i * i);
        table.put("b", i -> i == 8 ? "?x" : "" + i * i);
        table.put("d", i -> i == 9 ? "unknown" : "2020-01-0" + (1 + i % 9));
        assertThatThrownBy(() -> read(30, table))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "3 columns are unclear: line 9, column 'a': found 'low', expected a number as in 29 other rows"
                                + " (--missing a=low if it means a missing value, --type a=category, or --exclude a)")
                .hasMessageContaining("; line 10, column 'b': found '?x'")
                .hasMessageContaining("; line 11, column 'd': found 'unknown', expected a date as in 29 other rows");
    }

    @Test
    void whereNothingIsLeftTheReasonsAreTold() {
        assertThatThrownBy(() -> read(30, Map.of("n", i -> i, "name", i -> "p" + i)))
                .hasMessageContaining("found no column for the rows: ")
                .hasMessageContaining("column n: left out, row numbers")
                .hasMessageContaining("column name: left out, a different text");
    }

    @Test
    void manyZerosAndALongTailAreCounts() {
        int[] visits = {0, 0, 1, 0, 0, 1, 0, 2, 0, 0, 5, 0, 0, 0, 1, 0, 9, 0, 1, 0};
        Map<String, IntFunction<Object>> table = Map.of("x", i -> i * i, "visits", i -> visits[i % 20]);
        Dataset data = read(100, table);
        assertThat(columns(data)).contains(new Column("visits", Column.Kind.COUNT, List.of()));
        assertThat(data.notes()).singleElement().asString().contains("column visits: read as counts", "visits=real");
        Dataset real = tables.read(100, table, ColumnChoice.ALL.withTypes(types("visits", "real")));
        assertThat(columns(real)).contains(Column.number("visits"));
        // Flags, brightnesses and codes are not.
        for (IntFunction<Object> other : List.<IntFunction<Object>>of(
                i -> i % 4 == 0 ? 1 : 0,
                i -> i % 3 == 0 ? i * 37 % 256 : 0,
                i -> i % 3 == 0 ? 5 : 0,
                i -> i % 20 == 0 ? -1 : visits[i % 20],
                i -> visits[i % 20] * 0.5)) {
            assertThat(columns(read(100, Map.of("x", i -> i * i, "n", other)))).contains(Column.number("n"));
        }
    }

    @Test
    void countsMayBeAskedForAndHaveToBeCounts() {
        Dataset data = tables.read(30, Map.of("n", i -> i % 4), ColumnChoice.ALL.withTypes(types("n", "count")));
        assertThat(columns(data).get(0).kind()).isEqualTo(Column.Kind.COUNT);
        refuses(Map.of("n", i -> i - 1), "n", "count", "column 'n': found -1.0, expected whole numbers from 0 on");
        refuses(Map.of("n", i -> i * 0.5), "n", "count", "column 'n': found numbers that are not whole");
        refuses(Map.of("n", i -> "x" + i), "n", "count", "line 2, column 'n': found 'x0', expected a whole number");
    }

    @Test
    void countsMayHaveMissingValues() {
        IntFunction<Object> visits = i -> i % 5 == 1 ? "NA" : i % 3;
        Dataset asked = tables.read(30, Map.of("n", visits), ColumnChoice.ALL.withTypes(types("n", "count")));
        assertThat(values(asked, 0)).startsWith(0, Float.NaN, 2, 0, 1, 2, Float.NaN);
        int[] rare = {0, 0, 1, 0, 0, 1, 0, 2, 0, 0, 5, 0, 0, 0, 1, 0, 9, 0, 1, 0};
        Dataset found = read(100, Map.of("n", i -> i == 3 ? "NA" : rare[i % 20], "x", i -> i * i));
        assertThat(columns(found)).contains(new Column("n", Column.Kind.COUNT, List.of()));
    }

    @Test
    void typesMayBeAskedForByPatternsOfWhichTheLastHolds() {
        Map<String, IntFunction<Object>> table = new LinkedHashMap<>();
        table.put("q1", i -> 1 + i % 3);
        table.put("q2", i -> i % 2);
        table.put("note", i -> "text " + i % 9);
        Dataset data = tables.read(
                30, table, ColumnChoice.ALL.withTypes(types("q*", "category", "q2", "binary", "note", "text")));
        assertThat(columns(data)).containsExactly(Column.category("q1", List.of("1", "2", "3")), Column.bool("q2"));
        assertThat(data.notes()).containsExactly("column note: left out, free text");
        refuses(table, "q1", "binary", "column 'q1': found numbers from 1.0 to 3.0, expected true and false");
        refuses(table, "note", "real", "line 2, column 'note': found 'text 0', expected a number");
        refuses(table, "q3", "real", "no column 'q3'");
    }

    @Test
    void aPictureKeepsAllItsPixels() {
        Map<String, IntFunction<Object>> table = new LinkedHashMap<>();
        for (int pixel = 0; pixel < 6; pixel++) {
            int p = pixel;
            table.put("p" + pixel, i -> p == 0 ? 0 : p == 1 ? i : i * p % 7 == 0 ? 1 + i % 5 : 0);
        }
        assertThat(tables.read(100, table, options -> options.withPicture(new Schema.Picture(2, 3, 1)))
                        .samples()
                        .width())
                .isEqualTo(6);
    }

    private void refuses(Map<String, IntFunction<Object>> table, String column, String type, String message) {
        assertThatThrownBy(() -> tables.read(30, table, ColumnChoice.ALL.withTypes(types(column, type))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    private static Map<String, TypeChoice> types(String... pairs) {
        Map<String, TypeChoice> types = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            types.put(pairs[i], TypeChoice.of(pairs[i + 1]));
        }
        return types;
    }

    private Dataset read(int rows, Map<String, IntFunction<Object>> table) {
        return tables.read(rows, table, ColumnChoice.ALL);
    }

    private static List<Column> columns(Dataset data) {
        return ((Schema.Columns) data.samples().schema()).columns();
    }

    private static float[] values(Dataset data, int column) {
        float[] values = new float[data.samples().size()];
        float[] row = new float[data.samples().width()];
        for (int i = 0; i < values.length; i++) {
            data.samples().read(i, row, 0);
            values[i] = row[column];
        }
        return values;
    }
}
