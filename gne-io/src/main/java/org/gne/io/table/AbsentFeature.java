package org.gne.io.table;

import org.gne.data.Column;
import org.gne.io.Table;

/** A column of a model that a table does not have: all its values are missing. */
record AbsentFeature(Column column) implements Feature {

    @Override
    public float read(Table.Rows rows) {
        return Float.NaN;
    }
}
