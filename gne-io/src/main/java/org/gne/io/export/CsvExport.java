package org.gne.io.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.AtomicFile;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** Writes tables as text. */
public final class CsvExport {

    private CsvExport() {}

    /**
     * Writes a line of names, then a line per row: numbers and texts as in the table, booleans as {@code true} and
     * {@code false}, missing values empty. UTF-8, comma, line feed. Texts that a spreadsheet would take for formulas, such as
     * {@code =1+1}, get an apostrophe before them.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @throws IOException if the table cannot be read or the file cannot be written
     */
    public static void write(Path file, Table table) throws IOException {
        AtomicFile.write(file, out -> {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
            try (Table.Rows rows = table.rows()) {
                csv.writeRecord(table.columns().stream()
                        .map(column -> SpreadsheetText.guarded(column.name()))
                        .toList());
                List<String> fields = new ArrayList<>();
                while (rows.next()) {
                    fields.clear();
                    for (int column = 0; column < table.columns().size(); column++) {
                        String text = text(rows, column, table.columns().get(column));
                        fields.add(text == null ? "" : SpreadsheetText.guarded(text));
                    }
                    csv.writeRecord(fields);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            csv.flush();
        });
    }

    private static @Nullable String text(Table.Rows rows, int column, TableColumn kind) throws IOException {
        if (kind.kind() != TableColumn.Kind.BOOLEAN) {
            return rows.text(column);
        }
        double value = rows.number(column);
        return Double.isNaN(value) ? null : Boolean.toString(value != 0);
    }
}
