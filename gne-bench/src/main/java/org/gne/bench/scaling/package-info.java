/** How the cost of each part of a fit grows with rows, width, decoder, threads and grid. Not published. */
@NullMarked
package org.gne.bench.scaling;

import org.jspecify.annotations.NullMarked;
