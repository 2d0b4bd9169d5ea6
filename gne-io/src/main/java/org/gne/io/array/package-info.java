/**
 * Arrays of numbers in files: {@code .npy}, {@code .npz}, safetensors. The first axis is the rows. Start at {@link
 * org.gne.io.array.StoredArray}.
 */
@NullMarked
package org.gne.io.array;

import org.jspecify.annotations.NullMarked;
