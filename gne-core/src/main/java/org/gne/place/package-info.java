/**
 * Placement of new rows on a finished map: the decoder does not change, only the coordinates of the new rows are
 * optimised. Start at {@link org.gne.place.Placement}.
 */
@NullMarked
package org.gne.place;

import org.jspecify.annotations.NullMarked;
