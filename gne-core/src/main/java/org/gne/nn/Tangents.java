package org.gne.nn;

import java.util.Arrays;
import org.gne.kernel.Kernel;

/**
 * Forward-mode derivatives: the derivative of the output with respect to one input value, for every row of a tile. Two
 * of them give the whole Jacobian of a 2-D decoder, at a fraction of the cost of a backward pass per output.
 *
 * @hidden internal
 */
public final class Tangents {

    private final ResidualMlp network;
    private final float[] stream;
    private final float[] inner;
    private final float[] features;

    /** Tangents for tiles of up to {@code capacity} rows. */
    public Tangents(ResidualMlp network, int capacity) {
        this.network = network;
        stream = new float[capacity * network.shape().hidden()];
        inner = new float[capacity * network.shape().hidden()];
        features = new float[capacity * network.shape().encoding().features()];
    }

    /**
     * Computes the derivative of the output with respect to one input value.
     *
     * @param scratch the scratch after {@link ResidualMlp#forward}
     * @param axis the index of the input value, 0 to in - 1
     * @param tangent {@code [rows, out]}, overwritten
     */
    public void forward(int rows, Workspace scratch, int axis, float[] tangent) {
        Kernel kernel = scratch.kernel();
        MlpShape shape = network.shape();
        float[] parameters = network.parameters();
        int hidden = shape.hidden();
        int n = rows * hidden;
        for (int i = 0; i < rows; i++) {
            System.arraycopy(parameters, shape.inputWeights() + axis * hidden, stream, i * hidden, hidden);
        }
        int count = shape.encoding().features();
        if (count > 0) {
            scratch.encoding().tangent(rows, parameters, axis, features);
            int weights = shape.inputWeights() + shape.in() * hidden;
            kernel.multiplyAdd(
                    rows, hidden, count, features, 0, count, 1, parameters, weights, hidden, stream, 0, hidden);
        }
        kernel.eluGradient(n, scratch.stream(0), 0, stream, 0);
        for (int block = 0; block < shape.blocks(); block++) {
            Arrays.fill(inner, 0, n, 0);
            int first = shape.blockWeights(block, 0);
            kernel.multiplyAdd(rows, hidden, hidden, stream, 0, hidden, 1, parameters, first, hidden, inner, 0, hidden);
            kernel.reluGradient(n, scratch.inner(block), 0, inner, 0);
            int second = shape.blockWeights(block, 1);
            kernel.multiplyAdd(
                    rows, hidden, hidden, inner, 0, hidden, 1, parameters, second, hidden, stream, 0, hidden);
        }
        int out = shape.out();
        Arrays.fill(tangent, 0, rows * out, 0);
        kernel.multiplyAdd(
                rows, out, hidden, stream, 0, hidden, 1, parameters, shape.outputWeights(), out, tangent, 0, out);
        shape.heads().slope(rows, scratch.output(), tangent);
    }
}
