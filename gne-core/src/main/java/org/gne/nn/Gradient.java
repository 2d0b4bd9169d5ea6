package org.gne.nn;

import java.util.Arrays;
import org.gne.kernel.Kernel;

/**
 * The gradient of some rows of a batch with respect to all parameters of a network. A few rows reach few of the nodes of a fine grid, so
 * this keeps which blocks of the encoding's parameters they reached: only those need to be summed and cleared.
 *
 * @hidden internal
 */
public final class Gradient {

    /** The number of parameters of a block: a few nodes of a grid, and whole cache lines. */
    private static final int BLOCK = 64;

    private final float[] values;
    private final boolean[] reached;

    /** Starts with 0. */
    public Gradient(MlpShape shape) {
        values = new float[shape.parameters()];
        reached = new boolean[(shape.encoding().parameters() + BLOCK - 1) / BLOCK];
    }

    /** {@code [parameters]}: the values, not a copy. */
    float[] values() {
        return values;
    }

    /** Says that values {@code from} to {@code to - 1} of the encoding's parameters may no longer be 0. */
    void reach(int from, int to) {
        for (int block = from / BLOCK; block * BLOCK < to; block++) {
            reached[block] = true;
        }
    }

    /** Adds values {@code from} to {@code to - 1} of all parameters to another gradient, and sets them to 0. */
    void move(int from, int to, Kernel kernel, Gradient sum) {
        kernel.add(to - from, values, from, sum.values, from);
        Arrays.fill(values, from, to, 0);
    }

    /**
     * The same for parameters of the encoding.
     *
     * @param from a multiple of {@link #BLOCK}
     */
    void moveReached(int from, int to, Kernel kernel, Gradient sum) {
        for (int first = from / BLOCK; first * BLOCK < to; first++) {
            int end = first;
            while (end * BLOCK < to && reached[end]) {
                reached[end++] = false;
            }
            if (end > first) {
                move(first * BLOCK, Math.min(to, end * BLOCK), kernel, sum);
                first = end;
            }
        }
    }

    /** Sets values {@code from} to {@code to - 1} to 0. */
    void clear(int from, int to) {
        Arrays.fill(values, from, to, 0);
    }
}
