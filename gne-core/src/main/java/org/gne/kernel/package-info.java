/**
 * The numeric kernels: one small interface over bare arrays, a plain-Java implementation that is its specification, and
 * a Vector API implementation that gives the same bits. Start at {@link org.gne.kernel.Kernel}.
 */
@NullMarked
package org.gne.kernel;

import org.jspecify.annotations.NullMarked;
