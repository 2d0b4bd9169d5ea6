/**
 * What a finished map says: decision regions, overlap of classes, the points where a feature or the density of a
 * class is highest, and the ways from a row to other classes and values. Start at {@link org.gne.analysis.Regions}.
 */
@NullMarked
package org.gne.analysis;

import org.jspecify.annotations.NullMarked;
