/** Joint optimisation of coordinates and decoder. */
@NullMarked
package org.gne.train;

import org.jspecify.annotations.NullMarked;
