package org.gne.io.table;

import java.io.IOException;
import java.io.Serializable;
import org.gne.io.InputException;
import org.gne.io.MissingRule;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * The source of the cells of a column.
 *
 * @param table the table
 * @param position the index of the column
 * @param rule the rule for missing cells
 */
record CellSource(Table table, int position, MissingRule rule) implements Serializable {

    private static final int LONGEST = 60;

    TableColumn column() {
        return table.columns().get(position);
    }

    /** Whether the cells are texts. */
    boolean isText() {
        return table.isUntyped() || column().kind() == TableColumn.Kind.TEXT;
    }

    /** The text in a row, null if there is none. */
    @Nullable String text(Table.Rows rows) throws IOException {
        return rows.raw(position);
    }

    /** The text in a row, null if it means a missing number, boolean or date. */
    @Nullable String textAmongNumbers(Table.Rows rows) throws IOException {
        String text = rows.raw(position);
        return text == null || rule.isMissingAmongNumbers(text) ? null : text;
    }

    /** The number in a row of a column that has a type of numbers; NaN if it is missing. */
    double number(Table.Rows rows) throws IOException {
        double value = rows.number(position);
        return rule.isMissing(value) ? Double.NaN : value;
    }

    InputException wrong(Table.Rows rows, String found, String expected) {
        return new InputException(table.name() + ": " + rows.place() + ", column '" + column().name() + "': found "
                + found + ", expected " + expected);
    }

    /** A text in quotes, for messages; shortened if it is long. */
    static String quoted(String text) {
        return "'" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...") + "'";
    }
}
