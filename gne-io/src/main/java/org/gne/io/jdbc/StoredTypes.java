package org.gne.io.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * The types of the values of a column of SQLite, where every value has its own type and the type of the column is a wish: a text in a
 * column of numbers would be read as 0. One pass over all rows finds out what is there.
 */
final class StoredTypes {

    private static final int LONGEST = 60;

    private final boolean namedBoolean;
    private boolean integers;
    private boolean fractions;
    private boolean zeroOrOne = true;
    /** The first row with a text, and the text; and the first row with a number. */
    private long textRow;

    private @Nullable String text;
    private long numberRow;
    private long bytesRow;

    private StoredTypes(boolean namedBoolean) {
        this.namedBoolean = namedBoolean;
    }

    /** The columns as their values say. */
    static JdbcColumns found(QueryRun run, JdbcColumns declared) throws SQLException {
        List<StoredTypes> found = new ArrayList<>();
        for (int i = 0; i < declared.columns().size(); i++) {
            int column = i + 1;
            found.add(new StoredTypes(run.describe(types -> String.valueOf(types.getColumnTypeName(column))
                    .toLowerCase(Locale.ROOT)
                    .startsWith("bool"))));
        }
        try (ResultSet rows = run.start()) {
            for (long row = 1; rows.next(); row++) {
                for (int i = 0; i < found.size(); i++) {
                    found.get(i).add(rows.getObject(i + 1), row);
                }
            }
        }
        List<TableColumn> columns = new ArrayList<>();
        List<CellReader> readers = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String name = declared.columns().get(i).name();
            CellReader reader = found.get(i).reader();
            readers.add(reader);
            columns.add(new TableColumn(name, reader.kind(), found.get(i).doubt(name)));
        }
        return new JdbcColumns(columns, readers);
    }

    private void add(@Nullable Object value, long row) {
        if (value instanceof byte[]) {
            bytesRow = bytesRow == 0 ? row : bytesRow;
        } else if (value instanceof Number number) {
            boolean whole = number instanceof Long || number instanceof Integer;
            integers |= whole;
            fractions |= !whole;
            zeroOrOne &= number.doubleValue() == 0 || number.doubleValue() == 1;
            numberRow = numberRow == 0 ? row : numberRow;
        } else if (value != null && textRow == 0) {
            textRow = row;
            text = value.toString();
        }
    }

    private CellReader reader() {
        if (bytesRow > 0 || textRow > 0) {
            return CellReader.TEXT;
        }
        return fractions
                ? CellReader.NUMBER
                : integers ? namedBoolean && zeroOrOne ? CellReader.BOOLEAN : CellReader.INTEGER : CellReader.NUMBER;
    }

    private @Nullable String doubt(String name) {
        String shown = text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        if (bytesRow > 0) {
            return "column '" + name + "', row " + bytesRow + ": found bytes (BLOB), expected numbers or texts";
        }
        return textRow > 0 && numberRow > 0
                ? "column '" + name + "': found the text '" + shown + "' in row " + textRow + " and a number in row "
                        + numberRow + ", expected values of one type (a cast in the query)"
                : null;
    }
}
