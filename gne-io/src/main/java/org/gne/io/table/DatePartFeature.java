package org.gne.io.table;

import java.io.IOException;
import org.gne.data.Column;
import org.gne.io.Table;

/**
 * The weekday, month or hour of a date, as categories.
 *
 * @param name the name of the column
 */
record DatePartFeature(DateCell date, DatePart part, String name) implements Feature {

    @Override
    public float read(Table.Rows rows) throws IOException {
        double seconds = date.seconds(rows);
        return Double.isNaN(seconds) ? Float.NaN : part.of(seconds);
    }

    @Override
    public Column column() {
        return Column.category(name, part.names());
    }
}
