package org.gne.io.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.ColumnType;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.gne.io.TextOptions;
import org.gne.io.TypeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers as people and spreadsheets write them. */
class WrittenNumbersTest {

    @TempDir
    Path directory;

    @Test
    void numbersOfOneStyleAreNumbers() {
        assertColumn(List.of("3,5", "4", "-0,25"), 3.5f, 4, -0.25f);
        assertColumn(List.of("1,234.5", "7", "1,234,567"), 1234.5f, 7, 1234567);
        assertColumn(List.of("1.234,5", "7", "-1.234.567"), 1234.5f, 7, -1234567);
        assertColumn(List.of("1 234,5", "7", "1\u00a0234\u00a0567"), 1234.5f, 7, 1234567);
        assertColumn(List.of("1'234.5", "7", "12'234"), 1234.5f, 7, 12234);
        assertColumn(List.of("12,34,567", "1,00,000", "5"), 1234567, 100000, 5);
        assertColumn(List.of("$1,234.50", "-$7", "$ 8"), 1234.5f, -7, 8);
        assertColumn(List.of("1.234,50 €", "7 €", "8,5€"), 1234.5f, 7, 8.5f);
        assertColumn(List.of("CHF 3", "CHF 4.5", "CHF 1'000"), 3, 4.5f, 1000);
        assertColumn(List.of("45%", "7.5 %", "0%"), 45, 7.5f, 0);
        assertColumn(List.of("\u22125", "7", "8"), -5, 7, 8);
        assertColumn(List.of("(5.00)", "7", "(1,234.50)"), -5, 7, -1234.5f);
        assertColumn(List.of("($5.00)", "$7", "($8)"), -5, 7, -8);
        assertColumn(List.of("5.00-", "7", "8"), -5, 7, 8);
        assertColumn(List.of("10:30", "0:15", "23:59:30", "-1:30"), 10.5f, 0.25f, 23.991667f, -1.5f);
        assertColumn(List.of("12.5 kg", "7 kg", "0.25kg"), 12.5f, 7, 0.25f);
        assertColumn(List.of("90km/h", "1,200 km/h", "7.5 km/h"), 90, 1200, 7.5f);
        assertColumn(List.of("-3,5 °C", "20 °C", "1.000,5 °C"), -3.5f, 20, 1000.5f);
        assertColumn(List.of("3,5e-2", "4", "1,5E3"), 0.035f, 4, 1500);
    }

    private void assertColumn(List<String> cells, float... expected) {
        Dataset data = read("x;k\n" + String.join(";a\n", cells) + ";b\n", ReadOptions.defaults());
        assertThat(schema(data).columns().get(0).kind()).as(cells + "").isEqualTo(Column.Kind.NUMBER);
        for (int i = 0; i < expected.length; i++) {
            assertThat(row(data, i)[0]).as(cells.get(i)).isEqualTo(expected[i]);
        }
        assertThat(data.notes()).anyMatch(note -> note.startsWith("column x: read as numbers, '"));
    }

    @Test
    void anyNumberIsReadBackInEveryStyle() {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("plain;german;english;swiss\n");
        for (int i = 0; i < 200; i++) {
            double value = Math.round(random.nextGaussian() * Math.pow(10, random.nextInt(8)) * 100) / 100.0;
            String english = String.format(java.util.Locale.ROOT, "%,.2f", value);
            text.append(value).append(';');
            text.append(english.replace(',', ' ').replace('.', ',').replace(' ', '.'))
                    .append(';');
            text.append('£')
                    .append(english)
                    .append(';')
                    .append(english.replace(',', '\''))
                    .append('\n');
        }
        Dataset data = read(text.toString(), ReadOptions.defaults());
        for (int i = 0; i < 200; i++) {
            float[] row = row(data, i);
            assertThat(row).containsExactly(row[0], row[0], row[0], row[0]);
        }
    }

    @Test
    void onePointOrCommaBeforeThreeDigitsIsDecidedByOtherColumns() {
        assertThat(row(read("a;b\n1.234;0,5\n2.500;1,75\n3;2\n", ReadOptions.defaults()), 0))
                .containsExactly(1234, 0.5f);
        assertThat(row(read("a;b\n1,234;0,5\n2,500;1,75\n3;2\n", ReadOptions.defaults()), 0))
                .containsExactly(1.234f, 0.5f);
        assertThat(row(read("a;b\n1,234;0.5\n2,500;1.75\n3;2\n", ReadOptions.defaults()), 0))
                .containsExactly(1234, 0.5f);
        assertThat(row(read("a;b\n1.234;0.5\n2.500;1.75\n3;2\n", ReadOptions.defaults()), 0))
                .containsExactly(1.234f, 0.5f);
        String unclear = "a;b\n1,234;7\n2,500;8\n3;9\n";
        assertThatThrownBy(() -> read(unclear, ReadOptions.defaults()))
                .hasMessageContaining("column 'a': found '1,234', which is 1234 or 1.234, expected --decimal point or");
        for (boolean comma : List.of(true, false)) {
            ReadOptions asked = ReadOptions.defaults().withText(TextOptions.FOUND.withDecimalComma(comma));
            assertThat(row(read(unclear, asked), 0)[0]).isEqualTo(comma ? 1.234f : 1234);
        }
    }

    @Test
    void columnsOfSeveralStylesAreRefusedByName() {
        refuses("$5", "€7", "8", "column 'x': found '$5' and '€7', expected one unit");
        refuses("5%", "7", "8", "column 'x': found '5%' and '7', expected one unit");
        refuses("1.234,5", "3.25", "8", "column 'x': found '3.25' and '1.234,5', expected either");
        refuses("3,5", "4,5", "low", "line 4, column 'x': found 'low', expected a number as in 2 other rows");
    }

    @Test
    void valuesWithDifferentUnitsStayTexts() {
        for (List<String> cells : List.of(
                List.of("12A", "14C", "12A", "14C"),
                List.of("1st", "2nd", "1st", "3rd"),
                List.of("5 am", "x", "5 am", "x"))) {
            String text = "x;k\n" + cells.get(0) + ";1\n" + cells.get(1) + ";2\n" + cells.get(2) + ";4\n" + cells.get(3)
                    + ";8\n";
            assertThat(schema(read(text, ReadOptions.defaults()))
                            .columns()
                            .get(0)
                            .kind())
                    .as(text)
                    .isEqualTo(Column.Kind.CATEGORY);
        }
        refuses("5", "7", "8 kg", "line 4, column 'x': found '8 kg', expected a number as in 2 other rows");
    }

    private void refuses(String first, String second, String third, String message) {
        String text = "x;k\n" + first + ";1\n" + second + ";2\n" + third + ";4\n";
        assertThatThrownBy(() -> read(text, ReadOptions.defaults())).hasMessageContaining(message);
    }

    @Test
    void textsStayTexts() {
        String text = "x;k\n3,5;1\n4,5;2\n3,5;4\n";
        ReadOptions category = ReadOptions.defaults()
                .withColumns(ColumnChoice.ALL.withTypes(Map.of("x", new TypeChoice(ColumnType.CATEGORY))));
        assertThat(schema(read(text, category)).columns().get(0))
                .isEqualTo(Column.category("x", List.of("3,5", "4,5")));
        Dataset sizes = read("x;k\nS 5;1\nM 7;2\nS 5;4\n", ReadOptions.defaults());
        assertThat(schema(sizes).columns().get(0)).isEqualTo(Column.category("x", List.of("S 5", "M 7")));
        ReadOptions model =
                ReadOptions.defaults().withSchema(read(text, category).samples().schema());
        assertThat(row(read(text, model), 0)).containsExactly(1, 0, 1);
    }

    @Test
    void rowsOfAModelMayBeWrittenInAnotherStyle() {
        Dataset model = read("x;k\n3.5;1\n4.25;2\n8.5;4\n", ReadOptions.defaults());
        ReadOptions asModel = ReadOptions.defaults().withSchema(model.samples().schema());
        assertThat(row(read("x;k\n3,5;1\n", asModel), 0)).containsExactly(3.5f, 1);
    }

    private Dataset read(String text, ReadOptions options) {
        try {
            return Inputs.read(
                    Files.writeString(directory.resolve("t.csv"), text).toString(), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema.Columns schema(Dataset data) {
        return (Schema.Columns) data.samples().schema();
    }

    private static float[] row(Dataset data, int i) {
        float[] row = new float[data.samples().width()];
        data.samples().read(i, row, 0);
        return row;
    }
}
