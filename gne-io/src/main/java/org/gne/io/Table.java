package org.gne.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a source: rows with named columns. It can be read more than once. */
public interface Table extends Closeable {

    /** The name for messages. */
    String name();

    /** The columns, at least one; all names are different. */
    List<TableColumn> columns();

    /** Starts reading at the first row. */
    Rows rows() throws IOException;

    /** A cursor over the rows, at first before the first row. */
    interface Rows extends Closeable {

        /** Moves to the next row; false after the last row. */
        boolean next() throws IOException;

        /** The value of a number or a boolean (0, 1), NaN if it is missing. */
        double number(int column) throws IOException;

        /** The value as text, null if it is missing. */
        @Nullable String text(int column) throws IOException;

        /** The position of the row, for messages: {@code "line 7"}. */
        String place();
    }
}
