/**
 * The loop over epochs and batches that trains a decoder together with the source of its codes. Start at {@link
 * org.gne.loop.EpochLoop}, then {@link org.gne.loop.Trainer}.
 */
@NullMarked
package org.gne.loop;

import org.jspecify.annotations.NullMarked;
