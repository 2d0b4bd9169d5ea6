package org.gne.io.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Inputs;
import org.gne.io.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelTest {

    private static final ReadOptions DEFAULTS = ReadOptions.defaults();

    @TempDir
    Path directory;

    @Test
    void columnsHaveTheTypesOfTheirCells() throws IOException {
        for (String name : List.of("book.xlsx", "no-ending")) {
            Path file = directory.resolve(name);
            try (InputStream in = Objects.requireNonNull(ExcelTest.class.getResourceAsStream("openpyxl.xlsx"))) {
                Files.copy(in, file);
            }
            Dataset data = read(
                    file, DEFAULTS.withColumns(ColumnChoice.ALL.withId("name").withLabel("group")));
            assertThat(columns(data)).containsExactly("height", "born", "seen", "sick");
            assertThat(kinds(data))
                    .containsExactly(Column.Kind.NUMBER, Column.Kind.DATE, Column.Kind.TIME, Column.Kind.BOOLEAN);
            assertThat(value(data, 3, 0)).isEqualTo(1.5 + 3 / 8.0);
            assertThat(value(data, 3, 1)).isEqualTo(LocalDate.of(2020, 2, 9).toEpochDay());
            assertThat(value(data, 0, 2))
                    .isEqualTo(LocalDateTime.of(2021, 3, 1, 12, 30, 5).toEpochSecond(java.time.ZoneOffset.UTC));
            assertThat(value(data, 3, 3)).isZero();
            assertThat(Objects.requireNonNull(data.ids()).get(11)).isEqualTo("näme 11");
            assertThat(Objects.requireNonNull(data.labels()).names()).containsExactly("a", "b", "c");
            assertThat(data.notes()).contains("sheet 'Data' is read, not 'Other' (--sheet NAME changes it)");

            Dataset other = read(file, DEFAULTS.withArray("Other"));
            assertThat(columns(other)).containsExactly("x", "y");
            assertThat(value(other, 2, 1)).isEqualTo((float) (-2 / 3.0));
            assertThatThrownBy(() -> read(file, DEFAULTS.withArray("Oter")))
                    .hasMessage(file + ": no sheet 'Oter', expected one of 'Data', 'Other'");
        }
    }

    @Test
    void datesCountFrom1900Or1904() throws IOException {
        String rows = WrittenBook.texts("day", "time", "n")
                + "<row><c s='1'><v>43861</v></c><c s='2'><v>43861.5</v></c><c s='4'><v>7.5</v></c></row>"
                + "<row><c s='1'><v>59</v></c><c s='2'><v>61.25</v></c><c s='4'><v>8</v></c></row>";
        Dataset since1900 = read(new WrittenBook("", rows));
        assertThat(kinds(since1900)).containsExactly(Column.Kind.DATE, Column.Kind.TIME, Column.Kind.NUMBER);
        assertThat(value(since1900, 0, 0)).isEqualTo(LocalDate.of(2020, 1, 31).toEpochDay());
        assertThat(value(since1900, 1, 0)).isEqualTo(LocalDate.of(1900, 2, 28).toEpochDay());
        assertThat(value(since1900, 0, 1)).isEqualTo(LocalDate.of(2020, 1, 31).toEpochDay() * 86_400.0 + 43_200);
        Dataset since1904 = read(new WrittenBook("<workbookPr date1904='1'/>", rows));
        assertThat(value(since1904, 0, 0)).isEqualTo(LocalDate.of(2024, 2, 1).toEpochDay());
        assertThat(value(since1904, 1, 0)).isEqualTo(LocalDate.of(1904, 2, 29).toEpochDay());
    }

    @Test
    void formulasGiveTheirValueAndWhatHasNoneIsSaid() throws IOException {
        String rows = WrittenBook.texts("a", "b", "c", "t")
                + "<row><c><f>1+1</f><v>2</v></c><c><f>A2</f></c><c t='e'><v>#DIV/0!</v></c><c s='3'><v>0.5</v></c></row>"
                + "<row><c><v>3</v></c><c t='str'><f>UPPER(\"x\")</f><v>X</v></c><c t='e'><v>#N/A</v></c><c s='3'><v>0.25</v></c></row>"
                + "<row><c><v>4</v></c><c t='s'><v>1</v></c><c><v>7</v></c><c s='3'><v>0</v></c></row>"
                + "<row><c><v>5</v></c><c t='s'><v>1</v></c><c><v>8</v></c><c s='3'><v>0</v></c></row>";
        Dataset data = read(new WrittenBook("", rows));
        assertThat(value(data, 0, 0)).isEqualTo(2);
        assertThat(((Schema.Columns) data.samples().schema()).columns().get(1).categories())
                .containsExactly("X", "two runs");
        assertThat(data.notes())
                .contains(
                        "1 formula has no value in the file, the first in B2: their cells are missing (a spreadsheet program"
                                + " that opens and saves the file computes them)",
                        "1 cell holds an error, the first #DIV/0! in C2: they are missing",
                        "4 times of day or durations are read as parts of a day: 12:00 is 0.5");
        float[] row = new float[data.samples().width()];
        data.samples().read(0, row, 0);
        assertThat(row).endsWith(Float.NaN, 0.5f);
    }

    @Test
    void aTableMayBeginAnywhere() throws IOException {
        String rows = "<row r='2'><c r='B2' t='inlineStr'><is><t>Report</t></is></c></row>"
                + "<row r='4'><c r='B4' t='inlineStr'><is><t>a</t></is></c><c r='C4' t='inlineStr'><is><t>b</t></is></c>"
                + "<c r='D4' t='inlineStr'><is><t>c</t></is></c></row>"
                + "<row r='5'><c r='B5'><v>1</v></c><c r='D5'><v>1e1</v></c></row>"
                + "<row r='9'><c r='B9'><v>2</v></c><c r='C9'><v>5</v></c><c r='D9'><v>20</v></c></row>"
                + "<row r='10'><c r='B10'><v>4</v></c><c r='C10'><v>6</v></c><c r='D10'/></row>";
        Dataset data = read(new WrittenBook("", rows));
        assertThat(columns(data)).containsExactly("a", "b", "c");
        assertThat(data.samples().size()).isEqualTo(3);
        assertThat(value(data, 0, 2)).isEqualTo(10);
        assertThat(value(data, 0, 1)).isNaN();
        assertThat(data.notes()).contains("row 2 ('Report') is left out: a title above the table");
        refuses(new WrittenBook("", rows.replace("<v>2</v>", "<v>2x</v>")), "cell B9: found '2x', expected a number");
    }

    @Test
    void whatIsNoTableIsRefusedInOneLine() throws IOException {
        refuses(new WrittenBook("", ""), "sheet 'A' has no cell with a value");
        refuses(new WrittenBook("", WrittenBook.texts("a") + "<row><c t='s'><v>9</v></c></row>"), "text number 9");
        refuses(new WrittenBook("", "<row><c r='ABCD1'><v>1</v></c></row>"), "expected at most 16384");
        refuses(new WrittenBook("", "<row><c>"), "xl/a.xml: is damaged");
        refuses(
                new WrittenBook("", "").with("xl/a.xml", "<worksheet>" + " ".repeat(17_000_000) + "</worksheet>"),
                "bytes without a tag");
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData>"
                + WrittenBook.texts("a&e;") + "</sheetData></worksheet>";
        refuses(new WrittenBook("", "").with("xl/a.xml", entity), "xl/a.xml");
        Path old = Files.write(
                directory.resolve("old.xls"),
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        assertThatThrownBy(() -> read(old, DEFAULTS)).hasMessageContaining("save it as .xlsx or CSV");
    }

    private void refuses(WrittenBook book, String message) {
        assertThatThrownBy(() -> read(book))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(directory.resolve("book.xlsx").toString())
                .hasMessageContaining(message);
    }

    private Dataset read(WrittenBook book) throws IOException {
        return read(book.write(directory.resolve("book.xlsx")), DEFAULTS);
    }

    private static Dataset read(Path file, ReadOptions options) {
        return Inputs.read(file.toString(), options);
    }

    private static List<String> columns(Dataset data) {
        return ((Schema.Columns) data.samples().schema())
                .columns().stream().map(Column::name).toList();
    }

    private static List<Column.Kind> kinds(Dataset data) {
        return ((Schema.Columns) data.samples().schema())
                .columns().stream().map(Column::kind).toList();
    }

    /** A value in the units of the file. */
    private static double value(Dataset data, int row, int column) {
        float[] values = new float[data.samples().width()];
        data.samples().read(row, values, 0);
        Column which = ((Schema.Columns) data.samples().schema()).columns().get(column);
        return which.origin() + which.unit() * (double) values[column];
    }
}
