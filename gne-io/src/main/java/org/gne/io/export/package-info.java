/** Writers: maps, samples and rows as CSV tables. Start at {@link org.gne.io.export.CsvExport}. */
@NullMarked
package org.gne.io.export;

import org.jspecify.annotations.NullMarked;
