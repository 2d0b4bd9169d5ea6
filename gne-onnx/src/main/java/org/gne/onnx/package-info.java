/** The decoder as ONNX, for runtimes of other languages and devices. */
@NullMarked
package org.gne.onnx;

import org.jspecify.annotations.NullMarked;
