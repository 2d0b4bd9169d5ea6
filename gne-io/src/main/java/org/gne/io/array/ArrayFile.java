package org.gne.io.array;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file that holds arrays by name. */
interface ArrayFile extends Closeable {

    /** What to call it in messages. */
    String name();

    /** The arrays that are there, in the order of the file; at least one. */
    List<String> names();

    /** Opens one of {@link #names}. */
    StoredArray open(String array) throws IOException;
}
