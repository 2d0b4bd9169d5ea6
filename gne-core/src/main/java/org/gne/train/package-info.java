/**
 * GNE's training from start to end: options, initial coordinates, epochs with searches between them, and the parts of
 * a training over a cluster.
 */
@NullMarked
package org.gne.train;

import org.jspecify.annotations.NullMarked;
