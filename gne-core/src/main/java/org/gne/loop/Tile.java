package org.gne.loop;

import org.gne.data.Samples;
import org.gne.nn.MlpShape;
import org.gne.nn.Workspace;

/**
 * The scratch of one thread: a few rows of a batch that go through the networks together.
 *
 * @hidden internal
 */
public final class Tile {

    private final int[] rows = new int[Workspace.TILE];
    private final float[] target;
    private final Workspace decoder;
    private int size;

    Tile(MlpShape shape) {
        target = new float[Workspace.TILE * shape.out()];
        decoder = new Workspace(shape);
    }

    /** Loads the rows {@code from} to {@code to - 1} of an order. */
    void load(Samples samples, int[] order, int from, int to) {
        size = to - from;
        System.arraycopy(order, from, rows, 0, size);
        samples.read(rows, size, target);
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** The index of the i-th row in the data. */
    public int row(int i) {
        return rows[i];
    }

    /** {@code [size, width]}: the scaled rows. */
    public float[] target() {
        return target;
    }

    /** The scratch of the decoder: codes are written to its input, and their gradient is in its input gradient. */
    public Workspace decoder() {
        return decoder;
    }
}
