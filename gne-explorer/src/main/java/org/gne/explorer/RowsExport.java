package org.gne.explorer;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.io.export.RowTags;

/** Writes rows with all their columns in a format that the page itself cannot write: Parquet. It serves several threads. */
@FunctionalInterface
public interface RowsExport {

    /**
     * Writes some rows to a new file, which the caller deletes.
     *
     * @param rows the numbers of the rows, ascending
     * @param tags the tags of all rows of the map
     * @throws IOException if the rows cannot be read or the file cannot be written
     */
    Path write(int[] rows, RowTags tags) throws IOException;
}
