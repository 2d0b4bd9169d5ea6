package org.gne.io.table;

import java.io.IOException;
import org.gne.io.Table;

/** Reads the values of a column that are numbers, in whatever form they stand there. */
interface Cell {

    /** Where they come from. */
    CellSource source();

    /**
     * The value of a row, NaN where it is missing.
     *
     * @throws org.gne.io.InputException if it is not what the column is
     */
    double read(Table.Rows rows) throws IOException;
}
