package org.gne.io.table;

import java.io.IOException;
import java.io.Serializable;
import org.gne.data.Column;
import org.gne.io.Table;

/** Converts a column of a table to numbers. */
interface Feature extends Serializable {

    /** The value of a row: a number, 0 or 1, or the number of a category; NaN if it is missing. */
    float read(Table.Rows rows) throws IOException;

    /** The column, after all rows were read. */
    Column column();

    /** Adds notes for the user, after all rows were read. */
    default void addNotes(TableNotes notes) {}
}
