/** ARFF, the text tables of Weka. */
@NullMarked
package org.gne.io.arff;

import org.jspecify.annotations.NullMarked;
