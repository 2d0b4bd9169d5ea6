/** What is read and what is written: data sets, the bundled MNIST, coordinates as text, and pictures of maps. */
@NullMarked
package org.gne.io;

import org.jspecify.annotations.NullMarked;
