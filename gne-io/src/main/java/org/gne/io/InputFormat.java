package org.gne.io;

import java.io.IOException;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A kind of input that can be read. Implementations are found as services ({@link java.util.ServiceLoader}), so that a
 * module can add one; an input goes to the first that claims it.
 */
public interface InputFormat {

    /** What it reads, as messages list it: {@code "CSV or TSV (.csv, .tsv)"}. */
    String description();

    /** Names of data sets that come with it, {@code mnist}: these inputs are its own, whatever files there are. */
    default List<String> names() {
        return List.of();
    }

    /** Whether an input is of this kind, by its name or its first bytes. */
    boolean claims(InputSource source);

    /**
     * Reads an input it claimed.
     *
     * @throws InputException if it is not what it should be; the message names file, place, found and expected
     * @throws IOException if reading itself fails
     */
    Dataset read(InputSource source, ReadOptions options) throws IOException;

    /**
     * Opens an input it claimed as the table that it is, with all its columns.
     *
     * @return the table, to be closed, or null where such inputs are no tables: pictures, arrays
     * @throws InputException if it is not what it should be
     * @throws IOException if reading itself fails
     */
    default @Nullable Table table(InputSource source, ReadOptions options) throws IOException {
        return null;
    }

    /**
     * Reads an input it claimed as the classes of rows.
     *
     * @param rows how many are expected; more or fewer are the caller's business
     * @throws InputException if it holds something else
     * @throws IOException if reading itself fails
     */
    default Labels labels(InputSource source, int rows) throws IOException {
        throw new InputException(
                source.text() + ": is no file of labels, expected an IDX, .npy or text file of one for" + " each row");
    }
}
