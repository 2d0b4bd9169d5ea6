/** The interactive page: from a local server, or as one file. */
@NullMarked
package org.gne.explorer;

import org.jspecify.annotations.NullMarked;
