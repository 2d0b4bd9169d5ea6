/** The IDX format of MNIST. */
@NullMarked
package org.gne.io.idx;

import org.jspecify.annotations.NullMarked;
