/** Texts as vectors, by an embedding model that runs in this process. */
@NullMarked
package org.gne.text;

import org.jspecify.annotations.NullMarked;
