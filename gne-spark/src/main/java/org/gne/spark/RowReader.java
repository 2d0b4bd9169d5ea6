package org.gne.spark;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** Takes the values of a row out of a row of a data frame, in any process. */
interface RowReader extends Serializable {

    /** The number of values that are stored of a row. */
    int cells();

    /** The columns of a table whose categories are stored as one number each; null if values are stored as they are used. */
    Schema.@Nullable Columns table();

    /**
     * Reads a row.
     *
     * @param row with the columns of the data frame for which the reader was made
     * @param place which row it is, for messages
     */
    RowValues read(Row row, String place);
}
