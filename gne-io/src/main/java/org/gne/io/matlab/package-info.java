/** MATLAB files of version 5: matrices as arrays. */
@NullMarked
package org.gne.io.matlab;

import org.jspecify.annotations.NullMarked;
