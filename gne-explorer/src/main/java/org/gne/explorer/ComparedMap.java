package org.gne.explorer;

import org.gne.data.Embedding;

/**
 * A map of the same rows by another method.
 *
 * @param name the usual name of the method
 * @param embedding finite coordinates in 2 dimensions, in the order of the rows
 */
public record ComparedMap(String name, Embedding embedding) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the map does not have 2 dimensions
     */
    public ComparedMap {
        if (embedding.dim() != 2) {
            throw new IllegalArgumentException(name + ": a map of " + embedding.dim() + " dimensions, expected 2");
        }
    }
}
