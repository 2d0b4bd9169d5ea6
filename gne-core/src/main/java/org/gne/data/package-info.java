/**
 * Rows behind one interface, their scaling, their labels, and their coordinates on a map. Start at {@link
 * org.gne.data.Samples}.
 */
@NullMarked
package org.gne.data;

import org.jspecify.annotations.NullMarked;
