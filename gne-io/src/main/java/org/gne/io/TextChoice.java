package org.gne.io;

import java.util.List;
import org.gne.data.Column;
import org.gne.data.VectorSource;

/**
 * Columns of a table whose texts become the vectors of the rows.
 *
 * @param columns the names of the columns, at least one; several are joined to one text, in this order
 * @param vectors makes the vectors
 * @param weight how much the vectors count beside the other columns: {@link VectorSource#weight}
 */
public record TextChoice(List<String> columns, TextVectors vectors, double weight) {

    /** The name of the only column of inputs that are nothing but texts: lines of a file, files of a folder. */
    public static final String TEXT = "text";

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no column
     */
    public TextChoice {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns of texts: found none, expected at least 1");
        }
    }

    /** Whether the texts are those of an input that is nothing but texts. */
    public boolean isWholeInput() {
        return columns.equals(List.of(TEXT));
    }

    /** The column of the vectors. */
    public Column column() {
        return Column.vector(
                String.join(" + ", columns), new VectorSource(vectors.size(), vectors.model(), columns, weight));
    }
}
