package org.gne.io.array;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A file of named arrays.
 *
 * @hidden internal
 */
public interface ArrayFile extends Closeable {

    /** The name of the file for messages. */
    String name();

    /** The names of the arrays, in the order of the file; at least one. */
    List<String> names();

    /** Opens one of {@link #names}. */
    StoredArray open(String array) throws IOException;
}
