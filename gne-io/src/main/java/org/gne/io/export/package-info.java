/** What is written of maps, samples and rows, each as a {@link org.gne.io.Table}; and tables as CSV. */
@NullMarked
package org.gne.io.export;

import org.jspecify.annotations.NullMarked;
