package org.gne.data;

import org.jspecify.annotations.Nullable;

/**
 * What is known of each row beside the row itself: its class ({@link Labels}), or a number ({@link Target}). Figures, tables
 * and the page show either. Regions, the overlap of classes and random samples of a class need classes.
 */
public sealed interface RowLabels permits Labels, Target {

    /** The number of rows. */
    int size();

    /** The label of a row as text: the name of its class, or its number; null if it is not known. */
    @Nullable String text(int row);

    /** The labels of the first {@code rows} rows. */
    RowLabels limit(int rows);

    /**
     * Checks that there is one label for each point of a map.
     *
     * @throws IllegalArgumentException if the numbers differ; the message holds both
     */
    default void requireOnePer(Embedding map) {
        if (size() != map.size()) {
            throw new IllegalArgumentException(size() + " labels for " + map.size() + " points, expected as many");
        }
    }
}
