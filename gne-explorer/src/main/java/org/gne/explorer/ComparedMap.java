package org.gne.explorer;

import org.gne.data.Embedding;

/**
 * A map of the same rows that another method made.
 *
 * @param name what people call the method
 * @param embedding of 2 dimensions: finite places, in the order of the rows
 */
public record ComparedMap(String name, Embedding embedding) {

    public ComparedMap {
        if (embedding.dim() != 2) {
            throw new IllegalArgumentException(
                    name + ": a map of " + embedding.dim() + " dimensions, expected 2, which is what a page shows");
        }
    }
}
