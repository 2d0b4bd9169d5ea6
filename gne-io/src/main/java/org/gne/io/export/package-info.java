/**
 * Tables ({@link org.gne.io.Table}) of maps, samples and rows, and tables written as CSV. Start at {@link
 * org.gne.io.export.MapTable} and {@link org.gne.io.export.CsvExport}.
 */
@NullMarked
package org.gne.io.export;

import org.jspecify.annotations.NullMarked;
