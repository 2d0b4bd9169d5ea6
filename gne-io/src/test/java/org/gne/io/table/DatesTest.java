package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.TypeChoice;
import org.junit.jupiter.api.Test;

class DatesTest {

    private static final LocalDateTime BEGIN = LocalDateTime.of(2019, 12, 20, 0, 0);

    private final WrittenTable tables = new WrittenTable();

    @Test
    void datesInTheUsualFormsAreDays() {
        for (String form : List.of(
                "yyyy-MM-dd",
                "yyyy/MM/dd",
                "dd.MM.yyyy",
                "d.M.yyyy",
                "MM/dd/yyyy",
                "dd/MM/yyyy",
                "d/M/yyyy",
                "dd-MM-yyyy")) {
            Dataset data = read(60, form, row -> BEGIN.plusDays(row * row % 60), ColumnChoice.ALL);
            assertThat(column(data).kind()).as(form).isEqualTo(Column.Kind.DATE);
            assertThat(text(data, 0)).isEqualTo("2019-12-20");
            assertThat(text(data, 7)).isEqualTo("2020-02-07");
            assertThat(data.notes()).isEmpty();
        }
    }

    @Test
    void monthsWithoutADayAndMonthsByNameAreDates() {
        for (String form : List.of("yyyy-MM", "yyyy/MM")) {
            Dataset data = read(60, form, row -> BEGIN.plusMonths(row * row % 60), ColumnChoice.ALL);
            assertThat(column(data).kind()).as(form).isEqualTo(Column.Kind.DATE);
            assertThat(text(data, 0)).isEqualTo("2019-12-01");
            assertThat(text(data, 2)).isEqualTo("2020-04-01");
        }
        for (String form : List.of(
                "d MMM yyyy", "dd-MMM-yyyy", "'\"'MMM d, yyyy'\"'", "d MMMM yyyy", "MMMM d yyyy", "dd/MMM/yyyy")) {
            Dataset data = read(60, form, row -> BEGIN.plusDays(row * row % 60), ColumnChoice.ALL);
            assertThat(column(data).kind()).as(form).isEqualTo(Column.Kind.DATE);
            assertThat(text(data, 0)).isEqualTo("2019-12-20");
            assertThat(text(data, 7)).isEqualTo("2020-02-07");
        }
        Dataset times = read(60, "d MMM yyyy HH:mm", row -> BEGIN.plusMinutes(row * 1000L), ColumnChoice.ALL);
        assertThat(column(times).kind()).isEqualTo(Column.Kind.TIME);
    }

    @Test
    void timesOfDayMakeSeconds() {
        for (String form : List.of(
                "yyyy-MM-dd'T'HH:mm:ss",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
                "yyyy-MM-dd'T'HH:mm:ss'+00:00'",
                "yyyy-MM-dd HH:mm:ss 'UTC'",
                "yyyy/MM/dd HH:mm:ss",
                "dd.MM.yyyy HH:mm:ss",
                "MM/dd/yyyy h:mm:ss a")) {
            Dataset data = read(60, form, row -> BEGIN.plusSeconds(row * 100_003L), ColumnChoice.ALL);
            assertThat(column(data).kind()).as(form).isEqualTo(Column.Kind.TIME);
            for (int row : new int[] {0, 7, 59}) {
                assertThat(text(data, row))
                        .isEqualTo(BEGIN.plusSeconds(row * 100_003L).toString());
            }
        }
        Dataset offset = tables.read(
                20, Map.of("when", i -> "2020-01-31T12:" + (10 + i) + "+02:00", "x", i -> i * i), ColumnChoice.ALL);
        assertThat(text(offset, 5)).isEqualTo("2020-01-31T10:15");
        Dataset fractions = tables.read(
                20, Map.of("when", i -> "2020-01-31 12:00:00." + (10 + i), "x", i -> i * i), ColumnChoice.ALL);
        Column column = column(fractions);
        float[] row = new float[2];
        fractions.samples().read(5, row, 0);
        assertThat(column.value(row[0]) % 60).isBetween(0.1499, 0.1501);
    }

    @Test
    void whatIsNoDateIsNone() {
        for (IntFunction<Object> texts : List.<IntFunction<Object>>of(
                i -> "2020-13-0" + (1 + i % 9),
                i -> "2020-02-3" + i % 2,
                i -> "1.2." + (1 + i % 9),
                i -> "v" + i % 9 + ".1.2020",
                i -> "2020-01-01x" + i % 9)) {
            assertThat(column(tables.read(60, Map.of("when", texts, "x", i -> i * i), ColumnChoice.ALL))
                            .kind())
                    .isEqualTo(Column.Kind.CATEGORY);
        }
    }

    @Test
    void whereDayAndMonthCannotBeToldApartItIsSaid() {
        Dataset month = read(12, "MM/dd/yyyy", row -> LocalDateTime.of(2020, 1 + row, 3, 0, 0), ColumnChoice.ALL);
        assertThat(text(month, 4)).isEqualTo("2020-05-03");
        assertThat(month.notes())
                .singleElement()
                .asString()
                .contains("column when: read as month/day/year", "--type when=date,dmy");
        Dataset day = read(12, "MM/dd/yyyy", row -> LocalDateTime.of(2020, 1 + row, 3, 0, 0), choice("date,dmy"));
        assertThat(text(day, 4)).isEqualTo("2020-03-05");
        assertThat(day.notes()).isEmpty();
    }

    @Test
    void compactDatesAreNumbersUnlessAskedFor() {
        Dataset plain = read(60, "yyyyMMdd", BEGIN::plusDays, ColumnChoice.ALL);
        assertThat(column(plain).kind()).isEqualTo(Column.Kind.NUMBER);
        Dataset asked = read(60, "yyyyMMdd", BEGIN::plusDays, choice("date"));
        assertThat(text(asked, 12)).isEqualTo("2020-01-01");
        assertThatThrownBy(() -> tables.read(9, Map.of("when", i -> i * 7), choice("date")))
                .hasMessageContaining("column 'when': found other numbers, expected dates like");
    }

    @Test
    void aTimeMayBeTakenAsADateAndBack() {
        Dataset date = read(60, "yyyy-MM-dd HH:mm", row -> BEGIN.plusHours(row * 7), choice("date"));
        assertThat(column(date).kind()).isEqualTo(Column.Kind.DATE);
        assertThat(text(date, 4)).isEqualTo("2019-12-21");
        Dataset time = read(60, "yyyy-MM-dd", BEGIN::plusDays, choice("time"));
        assertThat(text(time, 1)).isEqualTo("2019-12-21T00:00");
    }

    @Test
    void weekdayMonthAndHourMayBeColumnsToo() {
        Dataset data = read(60, "yyyy-MM-dd HH:mm", row -> BEGIN.plusHours(row * 7), choice("time,cyclic"));
        Schema.Columns schema = (Schema.Columns) data.samples().schema();
        assertThat(schema.columns())
                .extracting(Column::name)
                .containsExactly("when", "when (weekday)", "when (month)", "when (hour)", "x");
        assertThat(schema.columns().get(1).categories())
                .startsWith("Monday", "Tuesday")
                .hasSize(7);
        float[] row = new float[schema.width()];
        data.samples().read(4, row, 0);
        // 21 December 2019, a Saturday, 4 o'clock.
        assertThat(row[1 + 5]).isEqualTo(1);
        assertThat(row[1 + 7 + 11]).isEqualTo(1);
        assertThat(row[1 + 7 + 12 + 4]).isEqualTo(1);
        Dataset again = tables.read(
                3,
                Map.of("when", i -> "2020-01-0" + (1 + i) + " 05:00", "x", i -> 1),
                options -> options.withSchema(schema));
        again.samples().read(0, row, 0);
        assertThat(row[1 + 2]).isEqualTo(1);
        assertThat(row[1 + 7 + 12 + 5]).isEqualTo(1);
        assertThat(again.notes()).isEmpty();
    }

    @Test
    void datesOfNewRowsAreKeptAsTheModelHasThem() {
        Dataset data = read(60, "yyyy-MM-dd HH:mm:ss", row -> BEGIN.plusSeconds(row), ColumnChoice.ALL);
        assertThat(column(data).origin()).isGreaterThan(1e9);
        Dataset other = tables.read(
                2,
                Map.of("when", i -> "20.12.2019 00:0" + i, "x", i -> 1),
                options -> options.withSchema(data.samples().schema()));
        assertThat(text(other, 1)).isEqualTo("2019-12-20T00:01");
    }

    private static ColumnChoice choice(String type) {
        return ColumnChoice.ALL.withTypes(Map.of("when", TypeChoice.of(type)));
    }

    private Dataset read(int rows, String form, IntFunction<LocalDateTime> time, ColumnChoice choice) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ENGLISH);
        return tables.read(rows, Map.of("when", row -> formatter.format(time.apply(row)), "x", i -> i * i), choice);
    }

    private static Column column(Dataset data) {
        return ((Schema.Columns) data.samples().schema()).columns().get(0);
    }

    private static String text(Dataset data, int row) {
        float[] values = new float[data.samples().width()];
        data.samples().read(row, values, 0);
        return column(data).text(values[0]);
    }
}
