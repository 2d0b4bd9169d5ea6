/** How maps grow: quality, time and the move of old rows, beside new fits. */
@NullMarked
package org.gne.bench.growth;

import org.jspecify.annotations.NullMarked;
