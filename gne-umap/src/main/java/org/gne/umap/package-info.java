/** UMAP, by a third-party library: one of the methods that GNE is compared with. */
@NullMarked
package org.gne.umap;

import org.jspecify.annotations.NullMarked;
