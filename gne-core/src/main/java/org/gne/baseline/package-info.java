/** The methods that GNE is compared with. */
@NullMarked
package org.gne.baseline;

import org.jspecify.annotations.NullMarked;
