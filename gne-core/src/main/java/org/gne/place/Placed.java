package org.gne.place;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * The coordinates of new rows on a map, and their errors.
 *
 * @param embedding the coordinates of the rows: {@code [rows, dim]}
 * @param errors {@code [rows]}: the weighted deviance of the row from the decoder's sample there, the mean over its known
 *     values. For numbers and pixels this is the mean squared error, in scaled units. NaN for a row without known values
 * @param explainedError the largest error of a row that the map explains; NaN if it is not known
 */
public record Placed(Embedding embedding, float[] errors, double explainedError) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is not one error per row
     */
    public Placed {
        if (errors.length != embedding.size()) {
            throw new IllegalArgumentException(
                    errors.length + " errors for " + embedding.size() + " rows, expected as many");
        }
    }

    Placed(Embedding embedding, float[] errors) {
        this(embedding, errors, Double.NaN);
    }

    /** The same rows, with another limit of the error. */
    public Placed withExplainedError(double value) {
        return new Placed(embedding, errors, value);
    }

    /**
     * Whether the map explains a row: at least one value is known, and its error is at most {@link #explainedError}.
     */
    public boolean explained(int row) {
        return errors[row] <= explainedError;
    }

    /** The number of rows that the map does not explain; all of them if {@link #explainedError} is not known. */
    public int unexplained() {
        int count = 0;
        for (int row = 0; row < errors.length; row++) {
            count += explained(row) ? 0 : 1;
        }
        return count;
    }

    /** Whether coordinates, errors and limit are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Placed that
                && embedding.equals(that.embedding)
                && Arrays.equals(errors, that.errors)
                && Double.compare(explainedError, that.explainedError) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * embedding.hashCode() + Arrays.hashCode(errors);
    }

    @Override
    public String toString() {
        return "Placed: " + errors.length + " rows, of which the map explains " + (errors.length - unexplained());
    }
}
