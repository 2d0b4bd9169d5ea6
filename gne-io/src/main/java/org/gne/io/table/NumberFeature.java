package org.gne.io.table;

import java.io.IOException;
import org.gne.data.Column;
import org.gne.io.Table;

/**
 * A feature of one number per row: number, boolean, count, date or time.
 *
 * @param column the column, with the origin and the unit of the stored numbers
 */
record NumberFeature(Cell cell, Column column) implements Feature {

    @Override
    public float read(Table.Rows rows) throws IOException {
        double value = cell.read(rows);
        float kept = column.kept(value);
        if (Double.isInfinite(value) || Float.isInfinite(kept)) {
            throw cell.source().wrong(rows, value + "", "a number of at most " + Float.MAX_VALUE);
        }
        boolean known = !Double.isNaN(value);
        if (known && column.kind() == Column.Kind.COUNT && (value < 0 || value != Math.rint(value))) {
            throw cell.source().wrong(rows, value + "", "a count: a whole number from 0 on");
        }
        return kept;
    }
}
