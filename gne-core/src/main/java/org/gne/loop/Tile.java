package org.gne.loop;

import org.gne.data.Samples;
import org.gne.nn.MlpShape;
import org.gne.nn.Workspace;

/** Scratch of one thread: a few rows of a batch on their way through the networks. */
public final class Tile {

    private final int[] rows = new int[Workspace.TILE];
    private final float[] target;
    private final Workspace decoder;
    private int size;

    Tile(MlpShape shape) {
        target = new float[Workspace.TILE * shape.out()];
        decoder = new Workspace(shape);
    }

    /** Takes up rows {@code from} to {@code to - 1} of an order. */
    void load(Samples samples, int[] order, int from, int to) {
        size = to - from;
        System.arraycopy(order, from, rows, 0, size);
        samples.read(rows, size, target);
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** Which row of the data the i-th is. */
    public int row(int i) {
        return rows[i];
    }

    /** {@code [size, width]}: the rows as the model sees them. */
    public float[] target() {
        return target;
    }

    /** The decoder's scratch: codes go to its input, their gradient is in its input gradient. */
    public Workspace decoder() {
        return decoder;
    }
}
