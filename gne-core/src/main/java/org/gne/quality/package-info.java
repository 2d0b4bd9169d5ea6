/**
 * Measures of a map, each as its source defines it. Start at {@link org.gne.quality.MapQuality} and {@link
 * org.gne.quality.Measure}.
 */
@NullMarked
package org.gne.quality;

import org.jspecify.annotations.NullMarked;
