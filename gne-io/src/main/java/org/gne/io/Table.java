package org.gne.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of named columns, as a source has them; they can be gone through more than once. */
public interface Table extends Closeable {

    /** What to call it in messages. */
    String name();

    /** Its columns, at least one; no two have the same name. */
    List<TableColumn> columns();

    /** Goes through the rows from the first on. */
    Rows rows() throws IOException;

    /** A walk through the rows; it stands before the first of them. */
    interface Rows extends Closeable {

        /** Goes to the next row; false after the last. */
        boolean next() throws IOException;

        /** A value of a number or truth value (0, 1), NaN where it is missing. */
        double number(int column) throws IOException;

        /** A value as text, null where it is missing. */
        @Nullable String text(int column) throws IOException;

        /** Where this row is, for messages: {@code "line 7"}. */
        String place();
    }
}
