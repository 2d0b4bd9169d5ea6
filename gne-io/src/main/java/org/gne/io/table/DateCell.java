package org.gne.io.table;

import java.io.IOException;
import org.gne.data.Column;
import org.gne.io.CellText;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as days, and times as seconds, since 1970-01-01.
 *
 * @param kind date or time
 * @param order the order in texts, or null for a column that has the type date or time
 */
record DateCell(
        CellSource source, Column.Kind kind, @Nullable DateOrder order) implements Cell {

    static final double DAY = 86_400;

    @Override
    public double read(Table.Rows rows) throws IOException {
        double seconds = seconds(rows);
        return kind == Column.Kind.DATE ? Math.floor(seconds / DAY) : seconds;
    }

    /** The seconds since 1970-01-01T00:00 UTC, NaN if the value is missing. */
    double seconds(Table.Rows rows) throws IOException {
        if (order == null) {
            double value = source.number(rows);
            return source.column().kind() == TableColumn.Kind.DATE ? value * DAY : value;
        }
        String text = source.textAmongNumbers(rows);
        if (text == null) {
            return Double.NaN;
        }
        double seconds =
                order == DateOrder.COMPACT ? DateText.compact(CellText.number(text)) : DateText.seconds(text, order);
        if (Double.isNaN(seconds)) {
            throw source.wrong(rows, CellSource.quoted(text), "a date in the form " + order.example());
        }
        return seconds;
    }
}
