/** {@code gne compare}: several methods on the same rows, side by side. */
@NullMarked
package org.gne.cli.compare;

import org.jspecify.annotations.NullMarked;
