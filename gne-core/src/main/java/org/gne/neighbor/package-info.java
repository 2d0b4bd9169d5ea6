/**
 * Nearest neighbours, affinities, and the attraction and repulsion between points, for t-SNE and for GNE. Start at
 * {@link org.gne.neighbor.NeighborSearch} and {@link org.gne.neighbor.TsneDescent}.
 */
@NullMarked
package org.gne.neighbor;

import org.jspecify.annotations.NullMarked;
