package org.gne.io.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A table of texts that can be read again from the start.
 *
 * @hidden internal
 */
public interface RecordSource extends Closeable {

    /** The name for messages. */
    String name();

    /** Starts at the first record. */
    TextRecords open() throws IOException;

    /** What the user should know about the table, one line each. */
    default List<String> notes() {
        return List.of();
    }

    @Override
    default void close() throws IOException {
        // A text file is open only while it is read.
    }
}
