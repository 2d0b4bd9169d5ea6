/** The interactive page: served by a local server, or written as one HTML file. */
@NullMarked
package org.gne.explorer;

import org.jspecify.annotations.NullMarked;
