package org.gne.explorer;

import org.gne.data.Embedding;
import org.gne.data.Labels;

/**
 * Where rows were before, and what kind of rows they are: after rows were added to a map, its old rows and the new ones.
 *
 * @param name what the kinds are called, for example {@code rows added}
 * @param text what a line from the one to the other place is, for a reader: {@code A line goes ...}
 * @param kinds the kind of each row
 * @param before {@code [rows, 2]}: where each row was; NaN for a row that was nowhere
 */
public record RowMoves(String name, String text, Labels kinds, Embedding before) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are not as many kinds as coordinates, or these do not have 2 dimensions
     */
    public RowMoves {
        if (before.dim() != 2 || kinds.size() != before.size()) {
            throw new IllegalArgumentException(kinds.size() + " kinds of rows for " + before.size()
                    + " points of dimension " + before.dim() + ", expected as many, of dimension 2");
        }
    }
}
