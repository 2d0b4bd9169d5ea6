/** Figures as PNG: maps, grids of decoded samples, errors, regions, losses. */
@NullMarked
package org.gne.draw;

import org.jspecify.annotations.NullMarked;
