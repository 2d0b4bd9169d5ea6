/**
 * Coordinates of the rows, and how the neighbours of a row in the data decide where it lies on the map:
 * neighbourhoods, landmarks, the first layout, and the forces during training.
 */
@NullMarked
package org.gne.layout;

import org.jspecify.annotations.NullMarked;
