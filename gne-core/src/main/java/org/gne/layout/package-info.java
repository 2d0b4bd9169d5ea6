/**
 * The coordinates of the rows, and how a row's neighbours in the data influence them: neighbourhoods, landmarks, the
 * initial layout, and the forces during training. Start at {@link org.gne.layout.FreeCoordinates} and {@link
 * org.gne.layout.Neighborhoods}.
 */
@NullMarked
package org.gne.layout;

import org.jspecify.annotations.NullMarked;
