package org.gne.io.table;

import java.io.IOException;
import java.io.Serializable;
import org.gne.io.Table;

/** Reads the cells of a column as numbers. */
interface Cell extends Serializable {

    /** The source of the cells. */
    CellSource source();

    /**
     * The value in a row, NaN if it is missing.
     *
     * @throws org.gne.io.InputException if it does not have the type of the column
     */
    double read(Table.Rows rows) throws IOException;
}
