package org.gne.io.table;

import java.io.IOException;
import org.gne.data.Column;
import org.gne.io.Table;

/** A column of the rows of numbers that a table becomes. */
interface Feature {

    /** The value of a row as it is kept: a number, 0 or 1, a category's number; NaN where it is missing. */
    float read(Table.Rows rows) throws IOException;

    /** What the column is, once all rows were read. */
    Column column();

    /** Adds what a person should know, once all rows were read. */
    default void addNotes(TableNotes notes) {}
}
