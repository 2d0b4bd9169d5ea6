/**
 * The training of GNE from start to end: options, initial coordinates, epochs with searches between them, and the parts
 * of a training on a cluster. Start at {@link org.gne.train.Training}.
 */
@NullMarked
package org.gne.train;

import org.jspecify.annotations.NullMarked;
