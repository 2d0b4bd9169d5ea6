/**
 * Generative Neural Embeddings: maps of high-dimensional data that work in both directions. Start at {@link
 * org.gne.Gne}.
 */
@NullMarked
package org.gne;

import org.jspecify.annotations.NullMarked;
