/** The bundled MNIST database of handwritten digits. */
@NullMarked
package org.gne.mnist;

import org.jspecify.annotations.NullMarked;
