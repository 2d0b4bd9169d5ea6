/** Archives of files: zip and tar. */
@NullMarked
package org.gne.io.archive;

import org.jspecify.annotations.NullMarked;
