/**
 * Placement of new rows on a finished map: the decoder stays as it is, only the coordinates of the new rows are
 * optimised.
 */
@NullMarked
package org.gne.place;

import org.jspecify.annotations.NullMarked;
