/** Folders of pictures: which files, of what size, and how they become rows of bytes. */
@NullMarked
package org.gne.io.picture;

import org.jspecify.annotations.NullMarked;
