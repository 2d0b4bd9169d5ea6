package org.gne.io.table;

import java.io.IOException;
import org.gne.io.InputException;
import org.gne.io.MissingRule;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Where the cells of a column come from.
 *
 * @param table the table
 * @param position of the column in it
 * @param rule which cells are missing
 */
record CellSource(Table table, int position, MissingRule rule) {

    private static final int LONGEST = 60;

    TableColumn column() {
        return table.columns().get(position);
    }

    /** Whether the source knows its cells as texts only. */
    boolean isText() {
        return table.isUntyped() || column().kind() == TableColumn.Kind.TEXT;
    }

    /** The text of a row, null where there is none. */
    @Nullable String text(Table.Rows rows) throws IOException {
        return rows.raw(position);
    }

    /** The text of a row, null where it means that a number, boolean or date is missing. */
    @Nullable String textAmongNumbers(Table.Rows rows) throws IOException {
        String text = rows.raw(position);
        return text == null || rule.isMissingAmongNumbers(text) ? null : text;
    }

    /** The number of a row from a source that knows it as one; NaN where it is missing. */
    double number(Table.Rows rows) throws IOException {
        double value = rows.number(position);
        return rule.isMissing(value) ? Double.NaN : value;
    }

    InputException wrong(Table.Rows rows, String found, String expected) {
        return new InputException(table.name() + ": " + rows.place() + ", column '" + column().name() + "': found "
                + found + ", expected " + expected);
    }

    /** A text of a source for a message. */
    static String quoted(String text) {
        return "'" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...") + "'";
    }
}
