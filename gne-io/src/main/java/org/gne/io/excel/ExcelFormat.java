package org.gne.io.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.gne.data.Dataset;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.table.CsvTable;
import org.gne.io.table.TableDataset;
import org.gne.io.table.TableFormat;

/**
 * Excel files, {@code .xlsx}: one sheet is the table, read as a text table is. {@link ReadOptions#array} names the
 * sheet.
 *
 * @hidden internal
 */
public final class ExcelFormat implements TableFormat {

    /** How files of Office before 2007 begin, and newer ones with a password. */
    private static final String OLD = "d0cf11e0a1b11ae1";

    @Override
    public String description() {
        return "Excel (.xlsx)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(List.of(".xlsx", ".xlsm", ".xlsb", ".ods")) || isOld(source);
    }

    private static boolean isOld(InputSource source) {
        return HexFormat.of().formatHex(source.start()).startsWith(OLD);
    }

    /** Whether it is a zip with the files of a workbook. */
    @Override
    public boolean recognises(InputSource source) {
        if (!new String(source.start(), StandardCharsets.ISO_8859_1).startsWith("PK")) {
            return false;
        }
        try (ZipFile zip = new ZipFile(source.path().toFile(), StandardCharsets.UTF_8)) {
            return zip.getEntry("xl/workbook.xml") != null || zip.getEntry("xl/workbook.bin") != null;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Dataset read(InputSource source, ReadOptions options) throws IOException {
        try (Table table = table(source, options)) {
            return TableDataset.read(table, options);
        }
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        if (isOld(source)) {
            throw new InputException(source.text()
                    + ": is an old Excel file (.xls), or one with a password, expected .xlsx without a password (save it"
                    + " as .xlsx or CSV)");
        }
        if (source.isFileEndingIn(List.of(".ods"))) {
            throw new InputException(
                    source.text() + ": is an OpenDocument sheet, expected .xlsx (save it as .xlsx or CSV)");
        }
        Workbook book = Workbook.open(source);
        try {
            return CsvTable.of(new SheetSource(book, sheet(book, options)), options);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    /** The sheet that was asked for, or the first one that is not hidden. */
    private static Workbook.Sheet sheet(Workbook book, ReadOptions options) {
        String asked = options.array();
        if (asked == null) {
            return book.sheets().stream()
                    .filter(sheet -> !sheet.hidden())
                    .findFirst()
                    .orElse(book.sheets().get(0));
        }
        return book.sheets().stream()
                .filter(sheet -> sheet.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> new InputException(book.name() + ": no sheet '" + asked + "', expected one of "
                        + book.sheets().stream()
                                .limit(12)
                                .map(sheet -> "'" + sheet.name() + "'")
                                .collect(Collectors.joining(", "))));
    }
}
