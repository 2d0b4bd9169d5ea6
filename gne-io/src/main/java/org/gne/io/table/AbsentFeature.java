package org.gne.io.table;

import org.gne.data.Column;
import org.gne.io.Table;

/** A feature for a column of a model that does not exist in a table: all its values are missing. */
record AbsentFeature(Column column) implements Feature {

    @Override
    public float read(Table.Rows rows) {
        return Float.NaN;
    }
}
