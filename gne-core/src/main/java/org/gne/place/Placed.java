package org.gne.place;

import org.gne.data.Embedding;

/**
 * Where new rows lie on a map.
 *
 * @param embedding a place per row: {@code [rows, dim]}
 * @param errors {@code [rows]}: mean squared error of the decoder's sample there, over the known values, in scaled units;
 *     NaN where none is known
 * @param explainedError the highest error of a row that counts as explained by the map; NaN where that is not known
 */
public record Placed(Embedding embedding, float[] errors, double explainedError) {

    public Placed {
        if (errors.length != embedding.size()) {
            throw new IllegalArgumentException(
                    errors.length + " errors for " + embedding.size() + " places, expected as many");
        }
    }

    Placed(Embedding embedding, float[] errors) {
        this(embedding, errors, Double.NaN);
    }

    /** The same, held against an error of one's own. */
    public Placed withExplainedError(double value) {
        return new Placed(embedding, errors, value);
    }

    /** Whether the map explains a row: some of it is known, and its error is at most {@link #explainedError}. */
    public boolean explained(int row) {
        return errors[row] <= explainedError;
    }

    /** How many rows the map does not explain; all of them where {@link #explainedError} is not known. */
    public int unexplained() {
        int count = 0;
        for (int row = 0; row < errors.length; row++) {
            count += explained(row) ? 0 : 1;
        }
        return count;
    }
}
