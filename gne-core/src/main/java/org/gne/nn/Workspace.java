package org.gne.nn;

import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** Scratch of one thread: the activations of a tile of rows, kept from the forward pass for the backward pass. */
public final class Workspace {

    /** Rows of a tile: at the reference sizes a tile and the weights it meets stay in a 512 KB cache. */
    public static final int TILE = 64;

    private final Kernel kernel = Kernels.active();
    private final int capacity;
    private final float[] input;
    private final float[][] stream;
    private final float[][] inner;
    private final float[] output;
    private final float[] streamGradient;
    private final float[] innerGradient;
    private final float[] inputGradient;

    /** Scratch for tiles of {@link #TILE} rows. */
    public Workspace(MlpShape shape) {
        this(shape, TILE);
    }

    /** Scratch for tiles of up to {@code capacity} rows. */
    public Workspace(MlpShape shape, int capacity) {
        this.capacity = capacity;
        int hidden = capacity * shape.hidden();
        input = new float[capacity * shape.in()];
        stream = new float[shape.blocks() + 1][hidden];
        inner = new float[shape.blocks()][hidden];
        output = new float[Math.multiplyExact(capacity, shape.out())];
        streamGradient = new float[hidden];
        innerGradient = new float[hidden];
        inputGradient = new float[capacity * shape.in()];
    }

    /** What the passes compute with. */
    public Kernel kernel() {
        return kernel;
    }

    /** Most rows of a tile. */
    public int capacity() {
        return capacity;
    }

    /** {@code [rows, in]}: to be filled before a forward pass. */
    public float[] input() {
        return input;
    }

    /** {@code [rows, out]}: what a forward pass leaves. */
    public float[] output() {
        return output;
    }

    /** {@code [rows, in]}: what a backward pass leaves. */
    public float[] inputGradient() {
        return inputGradient;
    }

    /** {@code [rows, hidden]}: the residual stream before block i, or after the last. */
    float[] stream(int i) {
        return stream[i];
    }

    /** {@code [rows, hidden]}: the rectified inner activations of block i. */
    float[] inner(int i) {
        return inner[i];
    }

    float[] streamGradient() {
        return streamGradient;
    }

    float[] innerGradient() {
        return innerGradient;
    }
}
