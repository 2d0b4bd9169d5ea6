/** Which rows are near one another, how much so, and the forces that follow: for t-SNE and for GNE alike. */
@NullMarked
package org.gne.neighbor;

import org.jspecify.annotations.NullMarked;
