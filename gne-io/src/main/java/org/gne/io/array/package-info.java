/** Arrays of numbers in files: {@code .npy}, {@code .npz}, safetensors. The first axis is that of the rows. */
@NullMarked
package org.gne.io.array;

import org.jspecify.annotations.NullMarked;
