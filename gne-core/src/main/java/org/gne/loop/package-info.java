/**
 * The loop over epochs and batches that trains a decoder together with whatever its codes come from: start at {@link
 * org.gne.loop.EpochLoop}, then {@link org.gne.loop.Trainer}.
 */
@NullMarked
package org.gne.loop;

import org.jspecify.annotations.NullMarked;
