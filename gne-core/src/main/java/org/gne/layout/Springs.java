package org.gne.layout;

import org.gne.data.Embedding;

/**
 * Springs between rows and places, or between rows: a cost of the coordinates beside that of the reconstruction.
 *
 * @hidden internal
 */
public sealed interface Springs permits Anchors, Ties {

    /** Called before a search, which moves rows on several threads: costs are those of this map until the next call. */
    default void hold(Embedding map) {}

    /** The cost of a row at a place, summed over a number of columns. */
    float cost(int row, float[] place, int p0, int columns);

    /**
     * Adds the pull on a row to its gradient.
     *
     * @param scale the scale of the loss: one over the rows of the batch
     */
    void addTo(float[] gradient, int row, float[] map, float scale);
}
