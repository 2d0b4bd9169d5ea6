/**
 * What a finished map says: decision regions, overlap of classes, and the points where a feature or the density of a
 * class is highest. Start at {@link org.gne.analysis.Regions}.
 */
@NullMarked
package org.gne.analysis;

import org.jspecify.annotations.NullMarked;
