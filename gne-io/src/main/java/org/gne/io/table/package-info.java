/** Tables: what a source has, which of its columns are used, and how they become rows of numbers. */
@NullMarked
package org.gne.io.table;

import org.jspecify.annotations.NullMarked;
