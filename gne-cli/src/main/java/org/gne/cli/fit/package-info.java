/** {@code gne fit}: fits a map. */
@NullMarked
package org.gne.cli.fit;

import org.jspecify.annotations.NullMarked;
