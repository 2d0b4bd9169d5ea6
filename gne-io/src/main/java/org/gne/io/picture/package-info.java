/**
 * Folders of images: the files, their sizes, and how they become rows of bytes. Start at {@link
 * org.gne.io.picture.PictureFolderFormat}.
 */
@NullMarked
package org.gne.io.picture;

import org.jspecify.annotations.NullMarked;
