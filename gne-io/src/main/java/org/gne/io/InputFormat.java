package org.gne.io;

import java.io.IOException;
import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A format of inputs. Implementations are services ({@link java.util.ServiceLoader}), so that a module can add one. An
 * input is read by the first format that claims it.
 */
public interface InputFormat {

    /** A description for messages: {@code "CSV or TSV (.csv, .tsv)"}. */
    String description();

    /**
     * The names of data sets that come with the format, like {@code mnist}. They have priority over files of the same
     * name.
     */
    default List<String> names() {
        return List.of();
    }

    /** Whether an input has this format, by its name or its first bytes. */
    boolean claims(InputSource source);

    /**
     * Whether this format reads an input because of the options, whatever its name says. It is asked before any format is asked
     * for the name.
     */
    default boolean claims(InputSource source, ReadOptions options) {
        return false;
    }

    /** Whether the beginning of an input looks like this format. It is asked if no format claims the input. */
    default boolean recognises(InputSource source) {
        return false;
    }

    /**
     * Reads an input that this format claimed.
     *
     * @throws InputException if the input is wrong; the message says where, what was found and what was expected
     * @throws IOException if reading itself fails
     */
    Dataset read(InputSource source, ReadOptions options) throws IOException;

    /**
     * Opens an input that this format claimed as a table with all its columns.
     *
     * @return the table, to be closed by the caller, or null if inputs of this format are not tables: images, arrays
     * @throws InputException if the input is wrong
     * @throws IOException if reading itself fails
     */
    default @Nullable Table table(InputSource source, ReadOptions options) throws IOException {
        return null;
    }

    /** Whether its labels are always classes, even many different numbers. */
    default boolean labelsAreClasses() {
        return false;
    }

    /**
     * Reads an input that this format claimed as the classes of rows.
     *
     * @param rows the expected number of rows; the caller checks the number
     * @throws InputException if the input does not hold classes
     * @throws IOException if reading itself fails
     */
    default Labels labels(InputSource source, int rows) throws IOException {
        throw new InputException(source.text()
                + ": is not a file of labels, expected an IDX, .npy or text file with one for" + " each row");
    }
}
