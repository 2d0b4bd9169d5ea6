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

    /**
     * Whether all cells are texts without a type. Then the kinds of columns and the missing cells are found from the texts.
     */
    default boolean isUntyped() {
        return false;
    }

    /** The column of ids, if the format has one and says which, or null. */
    default @Nullable String id() {
        return null;
    }

    /** What the user should know about how the table is read, one line each. */
    default List<String> notes() {
        return List.of();
    }

    /** Starts reading at the first row. */
    Rows rows() throws IOException;

    /** A cursor over the rows, at first before the first row. */
    interface Rows extends Closeable {

        /** Moves to the next row; false after the last row. */
        boolean next() throws IOException;

        /**
         * The value of a number, a boolean (0, 1), a date (days since 1970-01-01) or a time (seconds since 1970-01-01T00:00
         * UTC), NaN if it is missing.
         */
        double number(int column) throws IOException;

        /** The value as text, null if it is missing. */
        @Nullable String text(int column) throws IOException;

        /** The text of a cell in the source, also if it stands for a missing value; null if there is none. */
        default @Nullable String raw(int column) throws IOException {
            return text(column);
        }

        /**
         * The number in a cell of a text table, if it is written as programs write numbers; NaN for any other cell, whose {@link #raw} text
         * says more.
         */
        default double plainNumber(int column) throws IOException {
            return Double.NaN;
        }

        /** The position of the row, for messages: {@code "line 7"}. */
        String place();
    }
}
