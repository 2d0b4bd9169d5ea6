/** Writers: maps, samples and rows as CSV tables. */
@NullMarked
package org.gne.io.export;

import org.jspecify.annotations.NullMarked;
