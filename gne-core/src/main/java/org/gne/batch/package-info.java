/** Counts of several batches, such as donors: how much higher or lower each column is in a batch. */
@NullMarked
package org.gne.batch;

import org.jspecify.annotations.NullMarked;
