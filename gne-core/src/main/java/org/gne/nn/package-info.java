/**
 * The network. Its shape, its parameters and the scratch of a pass are three separate things. A pass takes a tile of
 * rows through the whole network while the tile is in the cache. Start at {@link org.gne.nn.ResidualMlp}.
 */
@NullMarked
package org.gne.nn;

import org.jspecify.annotations.NullMarked;
