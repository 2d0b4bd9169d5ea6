package org.gne.umap;

import org.gne.data.Embedding;

/**
 * The result of UMAP.
 *
 * @param embedding the coordinates of the rows: {@code [rows, 2]}
 * @param neighbors the number of neighbours that was used
 * @param seconds the total time
 */
public record UmapMap(Embedding embedding, int neighbors, double seconds) {}
