package org.gne.umap;

import org.gne.data.Embedding;

/**
 * What UMAP leaves.
 *
 * @param embedding one point per row: {@code [rows, 2]}
 * @param neighbors the number that was possible
 * @param seconds time of the whole
 */
public record UmapMap(Embedding embedding, int neighbors, double seconds) {}
