/** Excel files: sheets as tables. */
@NullMarked
package org.gne.io.excel;

import org.jspecify.annotations.NullMarked;
