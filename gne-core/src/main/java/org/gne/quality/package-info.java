/** How good a map is: figures of the field, each as its source defines it. */
@NullMarked
package org.gne.quality;

import org.jspecify.annotations.NullMarked;
