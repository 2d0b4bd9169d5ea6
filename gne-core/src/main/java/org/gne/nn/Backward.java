package org.gne.nn;

import java.util.Arrays;
import org.gne.kernel.Kernel;

/**
 * Gradients by reverse accumulation. Works on transposed copies of the weights, which make the gradient of a layer's
 * input the same row-major product as its output; {@link Adam} keeps them up to date.
 */
public final class Backward {

    private final MlpShape shape;
    /** Each matrix transposed, at the offset where it lies in the parameters. */
    private final float[] transposed;

    public Backward(ResidualMlp network) {
        shape = network.shape();
        transposed = new float[shape.parameters()];
        for (Dense layer : Dense.of(shape)) {
            transpose(network.parameters(), layer, 0, layer.inputs());
        }
    }

    /** Takes over rows {@code from} to {@code to - 1} of a layer's matrix after they have changed. */
    void transpose(float[] parameters, Dense layer, int from, int to) {
        int inputs = layer.inputs();
        int outputs = layer.outputs();
        for (int j = 0; j < outputs; j++) {
            int target = layer.weights() + j * inputs;
            for (int i = from; i < to; i++) {
                transposed[target + i] = parameters[layer.weights() + i * outputs + j];
            }
        }
    }

    /**
     * Adds the gradients of a tile.
     *
     * @param scratch of {@link ResidualMlp#logits}, its output replaced by the gradient with respect to the logits;
     *     receives {@code inputGradient()}
     * @param gradient {@code [shape.parameters()]}, added to
     */
    public void run(Kernel kernel, int rows, Workspace scratch, float[] gradient) {
        int hidden = shape.hidden();
        float[] delta = scratch.output();
        float[] stream = scratch.streamGradient();
        float[] inner = scratch.innerGradient();
        int last = shape.blocks();
        layer(kernel, rows, scratch.stream(last), hidden, delta, shape.out(), shape.outputWeights(), gradient);
        Arrays.fill(stream, 0, rows * hidden, 0);
        toInput(kernel, rows, delta, shape.out(), shape.outputWeights(), stream, hidden);
        for (int block = last - 1; block >= 0; block--) {
            float[] rectified = scratch.inner(block);
            int second = shape.blockWeights(block, 1);
            layer(kernel, rows, rectified, hidden, stream, hidden, second, gradient);
            Arrays.fill(inner, 0, rows * hidden, 0);
            toInput(kernel, rows, stream, hidden, second, inner, hidden);
            kernel.reluGradient(rows * hidden, rectified, 0, inner, 0);
            int first = shape.blockWeights(block, 0);
            layer(kernel, rows, scratch.stream(block), hidden, inner, hidden, first, gradient);
            toInput(kernel, rows, inner, hidden, first, stream, hidden);
        }
        kernel.eluGradient(rows * hidden, scratch.stream(0), 0, stream, 0);
        int in = shape.in();
        layer(kernel, rows, scratch.input(), in, stream, hidden, shape.inputWeights(), gradient);
        Arrays.fill(scratch.inputGradient(), 0, rows * in, 0);
        toInput(kernel, rows, stream, hidden, shape.inputWeights(), scratch.inputGradient(), in);
    }

    /** Adds {@code x^T delta} to the gradient of a matrix and the column sums of delta to that of its bias. */
    private static void layer(
            Kernel kernel, int rows, float[] x, int inputs, float[] delta, int outputs, int weights, float[] gradient) {
        kernel.multiplyAdd(inputs, outputs, rows, x, 0, 1, inputs, delta, 0, outputs, gradient, weights, outputs);
        int bias = weights + inputs * outputs;
        for (int i = 0; i < rows; i++) {
            kernel.add(outputs, delta, i * outputs, gradient, bias);
        }
    }

    /** Adds {@code delta W^T} to the gradient of a layer's input. */
    private void toInput(
            Kernel kernel, int rows, float[] delta, int outputs, int weights, float[] gradient, int inputs) {
        kernel.multiplyAdd(
                rows, inputs, outputs, delta, 0, outputs, 1, transposed, weights, inputs, gradient, 0, inputs);
    }
}
