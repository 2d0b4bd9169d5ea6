/**
 * Figures as PNG: maps, grids of decoded samples, errors, regions, losses. Start at {@link org.gne.draw.MapPicture} and
 * {@link org.gne.draw.MapFigure}.
 */
@NullMarked
package org.gne.draw;

import org.jspecify.annotations.NullMarked;
