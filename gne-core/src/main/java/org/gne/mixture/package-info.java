/**
 * Gaussian mixtures over the map: the density of the rows and of their classes. Start at {@link
 * org.gne.mixture.MapMixture}.
 */
@NullMarked
package org.gne.mixture;

import org.jspecify.annotations.NullMarked;
