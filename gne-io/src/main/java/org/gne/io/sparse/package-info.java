/** Matrices of which only some values are stored; the others are 0. */
@NullMarked
package org.gne.io.sparse;

import org.jspecify.annotations.NullMarked;
