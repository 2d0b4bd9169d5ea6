/** Gaussian mixtures over the map: where rows lie densely, and which class lies where. Start at {@link org.gne.mixture.MapMixture}. */
@NullMarked
package org.gne.mixture;

import org.jspecify.annotations.NullMarked;
