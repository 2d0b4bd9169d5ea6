package org.gne.nn;

import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/**
 * The scratch of one thread: the activations of a tile of rows, which the backward pass needs after the forward pass.
 *
 * @hidden internal
 */
public final class Workspace {

    /** The number of rows of a tile. At the usual sizes, a tile and the weights of a layer stay in a 512 KB cache. */
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
    private final Encoding.Pass encoding;
    private final float[] features;
    private final float[] featureGradient;

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
        encoding = shape.encoding().pass(capacity);
        boolean plain = shape.encoding().features() == 0;
        features = plain ? input : new float[capacity * shape.encoding().width()];
        featureGradient = plain ? inputGradient : new float[features.length];
    }

    /** The kernel that the passes use. */
    public Kernel kernel() {
        return kernel;
    }

    /** The largest number of rows of a tile. */
    public int capacity() {
        return capacity;
    }

    /** {@code [rows, in]}: the input, to be filled before a forward pass. */
    public float[] input() {
        return input;
    }

    /** {@code [rows, out]}: the output of a forward pass. */
    public float[] output() {
        return output;
    }

    /** {@code [rows, in]}: the gradient of the input, after a backward pass. */
    public float[] inputGradient() {
        return inputGradient;
    }

    /** {@code [rows, hidden]}: the residual stream before block i, or after the last block. */
    float[] stream(int i) {
        return stream[i];
    }

    /** {@code [rows, hidden]}: the rectified inner activations of block i. */
    float[] inner(int i) {
        return inner[i];
    }

    Encoding.Pass encoding() {
        return encoding;
    }

    /** {@code [rows, encoding.width]}: the inputs of the first layer; without features, {@link #input} itself. */
    float[] features() {
        return features;
    }

    /** The gradient of {@link #features}; without features, {@link #inputGradient} itself. */
    float[] featureGradient() {
        return featureGradient;
    }

    float[] streamGradient() {
        return streamGradient;
    }

    float[] innerGradient() {
        return innerGradient;
    }
}
