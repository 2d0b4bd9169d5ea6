/**
 * Tables: text tables, which of their columns are used, and how they become rows of numbers. Start at {@link
 * org.gne.io.table.TableDataset}.
 */
@NullMarked
package org.gne.io.table;

import org.jspecify.annotations.NullMarked;
