package org.gne.io.table;

import java.io.IOException;
import java.util.List;
import org.gne.io.CellText;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** A text table. The kinds of its columns are found in a first pass over all rows that will be read. */
final class CsvTable implements Table {

    private final InputSource source;
    private final CsvDialect dialect;
    private final List<TableColumn> columns;

    private CsvTable(InputSource source, CsvDialect dialect, List<TableColumn> columns) {
        this.source = source;
        this.dialect = dialect;
        this.columns = columns;
    }

    static CsvTable open(InputSource source, ReadOptions options) throws IOException {
        CsvDialect dialect = CsvDialect.of(source, options);
        return new CsvTable(source, dialect, CsvScan.columns(source, dialect, options.limit()));
    }

    @Override
    public String name() {
        return source.text();
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public Rows rows() throws IOException {
        return new CsvRows(dialect.open(source));
    }

    private final class CsvRows implements Rows {
        private final CsvFile file;
        private List<String> fields = List.of();

        CsvRows(CsvFile file) {
            this.file = file;
        }

        @Override
        public boolean next() throws IOException {
            List<String> found = dialect.next(file);
            fields = found == null ? List.of() : found;
            return found != null;
        }

        @Override
        public double number(int column) {
            String text = fields.get(column);
            if (CellText.isMissing(text)) {
                return Double.NaN;
            }
            if (columns.get(column).kind() == TableColumn.Kind.BOOLEAN) {
                return text.equalsIgnoreCase("true") ? 1 : 0;
            }
            double value = CellText.number(text);
            if (Double.isNaN(value)) {
                // The scan found numbers only.
                throw file.wrong(
                        place() + ", column '" + columns.get(column).name() + "'",
                        "'" + text + "'",
                        "a number: the file changed while it was read");
            }
            return value;
        }

        @Override
        public @Nullable String text(int column) {
            String text = fields.get(column);
            return CellText.isMissing(text) ? null : text;
        }

        @Override
        public String place() {
            return "line " + file.line();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public void close() {
        // Every cursor opens the file again.
    }
}
