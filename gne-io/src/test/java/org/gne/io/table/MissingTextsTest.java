package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.io.ColumnChoice;
import org.gne.io.MissingTexts;
import org.junit.jupiter.api.Test;

class MissingTextsTest {

    private static final List<String> WORDS = List.of("ab", "cd", "ef");

    private final WrittenTable tables = new WrittenTable();

    @Test
    void theUsualTextsAreMissingEverywhere() {
        for (String text : List.of("", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "null", "NULL", "<NA>", " ")) {
            assertThat(missing(i -> i == 3 ? text : "" + i * 0.5)).as(text).isEqualTo(1);
            assertThat(missing(i -> i == 3 ? text : WORDS.get(i % 3))).as(text).isEqualTo(1);
        }
    }

    @Test
    void someTextsAreMissingAmongNumbersAndValuesAmongTexts() {
        for (String text : List.of("None", "?", "-")) {
            assertThat(missing(i -> i == 3 ? text : "" + i * 0.5)).as(text).isEqualTo(1);
            assertThat(missing(i -> i == 3 ? text : i % 2 == 0 ? "yes" : "no")).isEqualTo(1);
            assertThat(missing(i -> i == 3 ? text : "2020-01-0" + (1 + i % 9))).isEqualTo(1);
            Dataset data = read(i -> i == 3 ? text : WORDS.get(i % 3), MissingTexts.USUAL);
            assertThat(missingCells(data)).isZero();
            assertThat(column(data).categories()).containsExactlyInAnyOrder("ab", "cd", "ef", text);
        }
    }

    @Test
    void aLabelMayBeNone() {
        Dataset data = tables.read(
                30, Map.of("x", i -> i * i, "y", i -> i % 2 == 0 ? "None" : "some"), ColumnChoice.ALL.withLabel("y"));
        assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("None", "some");
        Dataset booleans = tables.read(
                30,
                Map.of("x", i -> i * i, "y", i -> i % 3 == 0 ? "None" : i % 3 == 1),
                ColumnChoice.ALL.withLabel("y"));
        assertThat(Objects.requireNonNull(booleans.labels()).names()).containsExactly("None", "false", "true");
        Dataset numbers = tables.read(
                30, Map.of("x", i -> i * i, "y", i -> i == 3 ? "?" : i * 0.5), ColumnChoice.ALL.withLabel("y"));
        assertThat(Objects.requireNonNull(numbers.target()).known()).isEqualTo(29);
    }

    @Test
    void aMissingCategoryIsOneMissingCell() {
        Dataset data = read(i -> i % 10 == 3 ? "" : WORDS.get(i % 3), MissingTexts.USUAL);
        assertThat(missingCells(data)).isEqualTo(3);
        assertThat(Survey.of(data.samples()).missing()).isEqualTo(9);
    }

    @Test
    void theCountryNaIsAValueAmongCodesOfTwoLetters() {
        List<String> countries = List.of("NA", "ZA", "BW", "ZM");
        Dataset data = read(i -> countries.get(i % 4), MissingTexts.USUAL);
        assertThat(column(data).categories()).containsExactlyInAnyOrderElementsOf(countries);
        assertThat(data.notes())
                .singleElement()
                .asString()
                .contains("column c: NA is a value in 8 rows", "--missing c=NA");
        Dataset asked = read(i -> countries.get(i % 4), MissingTexts.of(List.of("c=NA")));
        assertThat(missingCells(asked)).isEqualTo(8);
        assertThat(asked.notes()).isEmpty();
        Dataset label = tables.read(
                30, Map.of("x", i -> i * i, "c", i -> countries.get(i % 4)), ColumnChoice.ALL.withLabel("c"));
        assertThat(Objects.requireNonNull(label.labels()).names()).contains("NA");
        for (List<String> others :
                List.of(List.of("NA", "ZA", "BW", "Zm"), List.of("NA", "ZA", "BWA", "ZM"), List.of("NA", "ZA", "BW"))) {
            Dataset none = read(i -> others.get(i % others.size()), MissingTexts.USUAL);
            assertThat(missingCells(none)).isPositive();
        }
    }

    @Test
    void newRowsOfAModelKnowTheCountryToo() {
        List<String> countries = List.of("NA", "ZA", "BW", "ZM");
        Schema schema =
                read(i -> countries.get(i % 4), MissingTexts.USUAL).samples().schema();
        Dataset rows = tables.read(
                2, Map.of("c", i -> i == 0 ? "NA" : "", "x", i -> 1), options -> options.withSchema(schema));
        assertThat(missingCells(rows)).isEqualTo(1);
    }

    @Test
    void othersMayBeAskedFor() {
        IntFunction<Object> ages = i -> i % 10 == 3 ? "-9999.0" : i % 10 == 4 ? "unknown" : "" + i * 0.5;
        assertThatThrownBy(() -> read(ages, MissingTexts.USUAL)).hasMessageContaining("found 'unknown'");
        for (List<String> asked : List.of(
                List.of("unknown", "-9999"), List.of("c=unknown", "c=-9999"), List.of("*=unknown", "-9999.00"))) {
            Dataset data = read(ages, MissingTexts.of(asked));
            assertThat(column(data)).isEqualTo(Column.number("c"));
            assertThat(missingCells(data)).isEqualTo(6);
        }
        Dataset words = read(i -> WORDS.get(i % 3), MissingTexts.of(List.of("x=ab", "cd")));
        assertThat(column(words).categories()).containsExactly("ab", "ef");
        assertThatThrownBy(() -> read(ages, MissingTexts.of(List.of("d=unknown"))))
                .hasMessageContaining("no column 'd'");
    }

    @Test
    void theUsualOnesMayBeTurnedOff() {
        IntFunction<Object> words = i -> i % 10 == 3 ? "NA" : i % 10 == 4 ? "" : WORDS.get(i % 3);
        for (List<String> asked : List.of(List.of(""), List.of("c="), List.of("ab", "c="))) {
            Dataset data = read(words, MissingTexts.of(asked));
            assertThat(column(data).categories()).containsExactlyInAnyOrder("ab", "cd", "ef", "NA");
            assertThat(missingCells(data)).isEqualTo(3);
        }
    }

    @Test
    void codesWithDecimalsAreSuspectedToo() {
        for (String code : List.of("-99.9", "-999.25", "-32768", "2147483647", "1.0E20")) {
            Dataset data = read(i -> i % 10 == 7 ? code : 20 + i % 20 * 0.5, MissingTexts.USUAL);
            assertThat(data.notes())
                    .as(code)
                    .first()
                    .asString()
                    .startsWith("column c: " + code + " stands in ")
                    .endsWith("use --missing " + code);
        }
    }

    @Test
    void aRepeatedFarNumberIsSuspected() {
        Dataset data = tables.read(
                400,
                Map.of(
                        "c",
                        i -> i % 50 == 7 ? -9999 : i % 20 * 0.5,
                        "d",
                        i -> i % 50 == 9 ? "999" : i % 17,
                        "x",
                        i -> i * i),
                ColumnChoice.ALL);
        assertThat(data.notes())
                .containsExactly(
                        "column c: -9999 stands in 8 rows, far from all other values: if it means a missing value, use"
                                + " --missing -9999",
                        "column d: 999 stands in 8 rows, far from all other values: if it means a missing value, use"
                                + " --missing 999");
        assertThat(missingCells(data)).isZero();
        for (IntFunction<Object> harmless : List.<IntFunction<Object>>of(
                i -> i == 7 ? -9999 : i % 20 * 0.5,
                i -> i % 50 == 7 ? -9998 : i % 20 * 0.5,
                i -> i % 50 == 7 ? 99 : i % 60,
                i -> i % 2 == 0 ? -1 : 1,
                i -> i * 31 % 1000)) {
            assertThat(tables.read(400, Map.of("c", harmless, "x", i -> i * i), ColumnChoice.ALL)
                            .notes())
                    .isEmpty();
        }
    }

    private long missing(IntFunction<Object> column) {
        return missingCells(read(column, MissingTexts.USUAL));
    }

    private Dataset read(IntFunction<Object> column, MissingTexts missing) {
        return tables.read(30, Map.of("c", column, "x", i -> i * i), ColumnChoice.ALL.withMissing(missing));
    }

    private static Column column(Dataset data) {
        return ((Schema.Columns) data.samples().schema()).columns().get(0);
    }

    private static long missingCells(Dataset data) {
        return Survey.of(data.samples()).missingCells(data.samples().schema());
    }
}
