/**
 * The network: its shape, its parameters and the scratch of a pass are three separate things. A pass takes a tile of
 * rows through the whole network while it is in the cache.
 */
@NullMarked
package org.gne.nn;

import org.jspecify.annotations.NullMarked;
