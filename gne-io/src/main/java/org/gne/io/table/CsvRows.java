package org.gne.io.table;

import java.io.IOException;
import java.util.List;
import org.gne.io.CellText;
import org.gne.io.MissingRule;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.text.Fields;
import org.gne.io.text.TextRecords;
import org.jspecify.annotations.Nullable;

/** A cursor over a text table. Numbers that a first pass kept are not read again; then the file is opened only if a text is asked for. */
final class CsvRows implements Table.Rows {

    private static final Fields NONE = new Fields.OfList(List.of());

    private final CsvTable table;
    private final @Nullable NumberCache cache;
    private int row = -1;
    private @Nullable TextRecords file;
    /** The row whose fields were read from the file. */
    private int fileRow = -1;

    private Fields fields = NONE;

    CsvRows(CsvTable table, @Nullable NumberCache cache) {
        this.table = table;
        this.cache = cache;
    }

    @Override
    public boolean next() throws IOException {
        row++;
        return cache == null ? isRead() : row < cache.rows();
    }

    /** Reads the fields of the row; false if there is none. */
    private boolean isRead() throws IOException {
        TextRecords in = file();
        while (fileRow < row) {
            Fields found = table.dialect().next(in);
            fields = found == null ? NONE : found;
            fileRow++;
            if (found == null) {
                return false;
            }
        }
        return true;
    }

    private TextRecords file() throws IOException {
        TextRecords open = file;
        if (open == null) {
            open = table.dialect().open();
            file = open;
        }
        return open;
    }

    @Override
    public double number(int column) throws IOException {
        String text = raw(column);
        if (table.rule(column).isMissingAmongNumbers(text)) {
            return Double.NaN;
        }
        TableColumn about = table.columns().get(column);
        double value = about.kind() == TableColumn.Kind.BOOLEAN ? TruthWords.value(text) : CellText.number(text);
        if (Double.isNaN(value)) {
            // The scan found numbers only.
            throw file().wrong(
                            place() + ", column '" + about.name() + "'",
                            "'" + text + "'",
                            "a number: the file changed while it was read");
        }
        return value;
    }

    @Override
    public double plainNumber(int column) {
        if (!table.styles().isPlain(column)) {
            return Double.NaN;
        }
        return cache == null ? fields.plainNumber(column) : cache.number(row, column);
    }

    @Override
    public @Nullable String text(int column) throws IOException {
        String text = raw(column);
        MissingRule rule = table.rule(column);
        TableColumn.Kind kind = table.columns().get(column).kind();
        boolean number = kind == TableColumn.Kind.INTEGER || kind == TableColumn.Kind.NUMBER;
        boolean missing = number ? rule.isMissingAmongNumbers(text) : rule.isMissing(text);
        return missing ? null : text;
    }

    @Override
    public String raw(int column) throws IOException {
        if (cache != null && cache.isEmpty(row, column)) {
            return "";
        }
        return isRead() ? table.styles().plain(column, fields.text(column)) : "";
    }

    @Override
    public String place() {
        try {
            isRead();
            return file().place();
        } catch (IOException e) {
            return "row " + (row + 1);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
