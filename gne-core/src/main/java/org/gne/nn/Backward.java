package org.gne.nn;

import java.util.Arrays;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/**
 * Computes gradients by reverse accumulation. It uses transposed copies of the weights, so that the gradient of a
 * layer's input is a row-major product like its output, and a copy of the last layer in the groups of columns in which
 * it is computed. {@link Adam} updates these copies.
 *
 * @hidden internal
 */
public final class Backward {

    /**
     * The number of columns of the last layer that are computed at a time, unless a category has more: 64 rows of them
     * are 24 KB, and a whole number of panels.
     */
    private static final int COLUMNS = 96;

    private final Kernel kernel = Kernels.active();
    private final ResidualMlp network;
    private final MlpShape shape;
    /** Each matrix transposed, at its offset in the parameters. */
    private final float[] transposed;
    /** The first column of each group of the last layer, then the number of columns. */
    private final int[] groups;
    /** The last matrix, group after group of its columns, each {@code [hidden, columns]}. */
    private final float[] grouped;

    /**
     * Copies the matrices of a network in the layouts that the backward pass needs.
     *
     * @param network the network; {@link Adam} keeps the copies up to date
     */
    public Backward(ResidualMlp network) {
        this.network = network;
        shape = network.shape();
        groups = shape.heads().groups(COLUMNS);
        transposed = new float[shape.parameters()];
        grouped = new float[shape.hidden() * shape.out()];
        for (Dense layer : Dense.of(shape)) {
            copy(layer, 0, layer.inputs());
        }
    }

    /** Updates the copies of rows {@code from} to {@code to - 1} of a layer's matrix. */
    void copy(Dense layer, int from, int to) {
        float[] parameters = network.parameters();
        int inputs = layer.inputs();
        int outputs = layer.outputs();
        for (int j = 0; j < outputs; j++) {
            int target = layer.weights() + j * inputs;
            for (int i = from; i < to; i++) {
                transposed[target + i] = parameters[layer.weights() + i * outputs + j];
            }
        }
        if (layer.weights() == shape.outputWeights()) {
            for (int g = 0; g + 1 < groups.length; g++) {
                int group = groups[g];
                int columns = groups[g + 1] - group;
                for (int i = from; i < to; i++) {
                    int row = layer.weights() + i * outputs + group;
                    System.arraycopy(parameters, row, grouped, group * inputs + i * columns, columns);
                }
            }
        }
    }

    /**
     * Runs forward and back: computes the reconstruction of a tile, its loss, and the gradients. The last layer, which
     * is by far the widest, is computed in groups of columns, so that logits and gradients of a group stay in the
     * first-level caches.
     *
     * @param scratch holds the codes in its input; receives {@code inputGradient()}; its output is overwritten
     * @param target {@code [rows, out]}
     * @param gaps whether target values may be missing (NaN); missing values add nothing to losses and gradients
     * @param scale 1 / (rows of the batch x source columns)
     * @param sums {@code [out]}: each column's loss is added, without weight
     * @param sum the gradient of the parameters, added to
     */
    public void reconstruct(
            int rows, Workspace scratch, float[] target, boolean gaps, float scale, float[] sums, Gradient sum) {
        float[] gradient = sum.values();
        Heads heads = shape.heads();
        float[] exposure = heads.exposures(rows, target);
        network.trunk(rows, scratch);
        Arrays.fill(scratch.streamGradient(), 0, rows * shape.hidden(), 0);
        for (int g = 0; g + 1 < groups.length; g++) {
            int from = groups[g];
            int columns = groups[g + 1] - from;
            network.logits(rows, scratch, from, columns, grouped, from * shape.hidden(), columns);
            heads.gradient(kernel, rows, from, columns, scratch.output(), target, gaps, exposure, scale, sums);
            output(rows, scratch, from, columns, gradient);
        }
        hidden(rows, scratch, gradient);
        int width = shape.encoding().width();
        Arrays.fill(scratch.featureGradient(), 0, rows * width, 0);
        toInput(rows, scratch.streamGradient(), shape.hidden(), shape.inputWeights(), scratch.featureGradient(), width);
        scratch.encoding()
                .backward(rows, network.parameters(), scratch.featureGradient(), sum, scratch.inputGradient());
    }

    /**
     * Computes the gradients of the parameters only, from a given gradient of the logits. It is used for encoders,
     * whose input is the data and needs no gradient.
     *
     * @param scratch the scratch of {@link ResidualMlp#logits}, with its output replaced by the gradient with respect
     *     to the logits
     * @param sum the gradient of the parameters, added to
     */
    public void parameters(int rows, Workspace scratch, Gradient sum) {
        float[] gradient = sum.values();
        Arrays.fill(scratch.streamGradient(), 0, rows * shape.hidden(), 0);
        output(rows, scratch, 0, shape.out(), gradient);
        hidden(rows, scratch, gradient);
    }

    /**
     * Computes the gradients of some columns of the last layer; the output holds the gradients of their logits {@code
     * [rows, columns]}.
     */
    private void output(int rows, Workspace scratch, int from, int columns, float[] gradient) {
        int hidden = shape.hidden();
        float[] delta = scratch.output();
        float[] h = scratch.stream(shape.blocks());
        int weights = shape.outputWeights();
        kernel.multiplyAdd(
                hidden, columns, rows, h, 0, 1, hidden, delta, 0, columns, gradient, weights + from, shape.out());
        kernel.addRows(rows, columns, delta, 0, columns, gradient, shape.outputBias() + from);
        kernel.multiplyAdd(
                rows,
                hidden,
                columns,
                delta,
                0,
                columns,
                1,
                transposed,
                weights + from * hidden,
                hidden,
                scratch.streamGradient(),
                0,
                hidden);
    }

    /**
     * Computes the gradients of all layers except the last, from the gradient of the residual stream; afterwards this
     * holds the gradient of the first layer's output.
     */
    private void hidden(int rows, Workspace scratch, float[] gradient) {
        int hidden = shape.hidden();
        float[] stream = scratch.streamGradient();
        float[] inner = scratch.innerGradient();
        for (int block = shape.blocks() - 1; block >= 0; block--) {
            float[] rectified = scratch.inner(block);
            int second = shape.blockWeights(block, 1);
            layer(rows, rectified, hidden, stream, hidden, second, gradient);
            Arrays.fill(inner, 0, rows * hidden, 0);
            toInput(rows, stream, hidden, second, inner, hidden);
            kernel.reluGradient(rows * hidden, rectified, 0, inner, 0);
            int first = shape.blockWeights(block, 0);
            layer(rows, scratch.stream(block), hidden, inner, hidden, first, gradient);
            toInput(rows, inner, hidden, first, stream, hidden);
        }
        kernel.eluGradient(rows * hidden, scratch.stream(0), 0, stream, 0);
        int width = shape.encoding().width();
        layer(rows, scratch.features(), width, stream, hidden, shape.inputWeights(), gradient);
    }

    /** Adds {@code x^T delta} to the gradient of a matrix and the column sums of delta to that of its bias. */
    private void layer(int rows, float[] x, int inputs, float[] delta, int outputs, int weights, float[] gradient) {
        kernel.multiplyAdd(inputs, outputs, rows, x, 0, 1, inputs, delta, 0, outputs, gradient, weights, outputs);
        kernel.addRows(rows, outputs, delta, 0, outputs, gradient, weights + inputs * outputs);
    }

    /** Adds {@code delta W^T} to the gradient of a layer's input. */
    private void toInput(int rows, float[] delta, int outputs, int weights, float[] gradient, int inputs) {
        kernel.multiplyAdd(
                rows, inputs, outputs, delta, 0, outputs, 1, transposed, weights, inputs, gradient, 0, inputs);
    }
}
