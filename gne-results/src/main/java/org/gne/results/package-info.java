/** The files of a finished fit: model, table, figures, measures. {@code gne fit} writes them with this package. */
@NullMarked
package org.gne.results;

import org.jspecify.annotations.NullMarked;
