/** Rows behind one interface, their scaling, their labels, and the coordinates that a map gives them. */
@NullMarked
package org.gne.data;

import org.jspecify.annotations.NullMarked;
