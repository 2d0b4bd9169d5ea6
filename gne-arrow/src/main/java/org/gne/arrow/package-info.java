/** Arrow files and streams, Feather: as tables. */
@NullMarked
package org.gne.arrow;

import org.jspecify.annotations.NullMarked;
