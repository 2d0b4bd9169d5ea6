package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.junit.jupiter.api.Test;

/** Columns whose cells are lists of numbers, as embeddings are often stored. */
class ListColumnsTest {

    private final WrittenTable tables = new WrittenTable();

    @Test
    void eachNumberOfAListIsAColumn() {
        Dataset data = read(30, i -> quoted("[" + i + ", -0.5, " + i * i + "e-1]"));
        assertThat(((Schema.Columns) data.samples().schema()).columns())
                .containsExactly(Column.number("x"), Column.number("v.0"), Column.number("v.1"), Column.number("v.2"));
        assertThat(row(data, 4)).containsExactly(0.4f, 4, -0.5f, 1.6f);
        assertThat(data.notes()).isEmpty();
    }

    @Test
    void listsAsNumPyPrintsThem() {
        assertThat(row(read(20, i -> quoted("[ " + i + ".5   2.\n 3e2]")), 3)).containsExactly(0.3f, 3.5f, 2, 300);
    }

    @Test
    void missingListsAndMissingNumbers() {
        Dataset data = read(20, i -> i == 2 ? "" : quoted("[" + i + ", " + (i == 5 ? "null" : "NaN") + ", 7, 1]"));
        assertThat(row(data, 2)).containsExactly(0.2f, Float.NaN, Float.NaN, Float.NaN, Float.NaN);
        assertThat(row(data, 5)).containsExactly(0.5f, 5, Float.NaN, 7, 1);
    }

    @Test
    void listsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> read(20, i -> quoted(i == 6 ? "[1]" : "[1, " + i + "]")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 8, column 'v': found a list of 1 numbers, expected a list of 2 numbers")
                .hasMessageContaining("--exclude v");
        assertThatThrownBy(() -> read(20, i -> i == 6 ? "none of it" : quoted("[1, " + i + "]")))
                .hasMessageContaining("found 'none of it', expected a list of 2 numbers");
    }

    @Test
    void oneRowWithAListIsMoreLikelyATableByColumns() {
        assertThatThrownBy(() -> read(1, i -> quoted("[1, 2, 3]")))
                .hasMessageContaining("found a list of 3 numbers in the only row, expected several rows");
    }

    @Test
    void otherTextsInBracketsAreTexts() {
        Dataset data = read(40, i -> i % 2 == 0 ? "[draft]" : "[final]");
        assertThat(((Schema.Columns) data.samples().schema()).columns().get(1).kind())
                .isEqualTo(Column.Kind.CATEGORY);
    }

    @Test
    void newRowsOfAModelHaveTheSameLists() {
        Schema.Columns model = (Schema.Columns)
                read(30, i -> quoted("[" + i + ", 1, 2]")).samples().schema();
        Map<String, IntFunction<Object>> fewer = table(i -> quoted("[" + i + ", 1]"));
        Map<String, IntFunction<Object>> same = table(i -> quoted("[" + 2 * i + ", 1, 3]"));
        assertThat(row(tables.read(5, same, options -> options.withSchema(model)), 1))
                .containsExactly(0.1f, 2, 1, 3);
        assertThatThrownBy(() -> tables.read(5, fewer, options -> options.withSchema(model)))
                .hasMessageContaining("found a list of 2 numbers, expected a list of 3 numbers");
    }

    private Dataset read(int rows, IntFunction<Object> list) {
        return tables.read(rows, table(list), ColumnChoice.ALL);
    }

    private static Map<String, IntFunction<Object>> table(IntFunction<Object> list) {
        Map<String, IntFunction<Object>> columns = new LinkedHashMap<>();
        columns.put("x", i -> i / 10f);
        columns.put("v", list);
        return columns;
    }

    private static String quoted(String list) {
        return '"' + list + '"';
    }

    private static float[] row(Dataset data, int row) {
        float[] values = new float[data.samples().width()];
        data.samples().read(row, values, 0);
        return values;
    }
}
