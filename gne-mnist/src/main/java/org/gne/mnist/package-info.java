/** The MNIST database of handwritten digits, bundled. */
@NullMarked
package org.gne.mnist;

import org.jspecify.annotations.NullMarked;
