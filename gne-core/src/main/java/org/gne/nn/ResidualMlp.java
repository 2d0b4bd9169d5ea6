package org.gne.nn;

import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;

/**
 * A residual multi-layer perceptron: an {@link Encoding} of the inputs, Dense(hidden, ELU), blocks {@code h + Dense(ReLU(Dense(h)))}, Dense(out), its
 * columns under {@link Heads}. It is used as a decoder (d to D) and as an encoder (D to d).
 *
 * @param shape the sizes and the offset of each parameter
 * @param parameters {@code [shape.parameters()]}, in the order of {@link MlpShape}; not copied
 */
public record ResidualMlp(MlpShape shape, float[] parameters) implements Decoder {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the shape has another number of parameters
     */
    public ResidualMlp {
        if (parameters.length != shape.parameters()) {
            throw new IllegalArgumentException(
                    parameters.length + " parameters, expected " + shape.parameters() + " for " + shape);
        }
    }

    /**
     * A network with weights uniform in +-sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010) and biases of 0.
     *
     * @hidden internal
     */
    public static ResidualMlp glorot(MlpShape shape, CounterRandom random) {
        float[] parameters = new float[shape.parameters()];
        shape.encoding().initialise(parameters, random);
        for (Dense layer : Dense.of(shape)) {
            double limit = Math.sqrt(6.0 / (layer.inputs() + layer.outputs()));
            for (int i = layer.weights(); i < layer.bias(); i++) {
                parameters[i] = (float) (limit * (2 * random.uniform(i) - 1));
            }
        }
        return new ResidualMlp(shape, parameters);
    }

    /**
     * The same network with output biases for which the untrained network generates about a given row everywhere.
     * Otherwise, on dark images, the first steps can move a sigmoid so far towards 0 that its slope vanishes.
     *
     * @param row {@code [out]}: the mean of the training rows
     */
    public ResidualMlp centredOn(float[] row) {
        float[] centred = parameters.clone();
        System.arraycopy(shape.heads().biases(row), 0, centred, shape.outputBias(), row.length);
        return new ResidualMlp(shape, centred);
    }

    /**
     * A copy whose output at x is the output of this network at {@code x + by}.
     *
     * @param by {@code [in]}, added to every input
     */
    public ResidualMlp shifted(float[] by) {
        float[] moved = parameters.clone();
        shape.encoding().shift(moved, by);
        int bias = shape.inputWeights() + shape.encoding().width() * shape.hidden();
        for (int j = 0; j < shape.hidden(); j++) {
            double sum = moved[bias + j];
            for (int i = 0; i < shape.in(); i++) {
                sum += (double) by[i] * parameters[shape.inputWeights() + i * shape.hidden() + j];
            }
            moved[bias + j] = (float) sum;
        }
        return new ResidualMlp(shape, moved);
    }

    /** The same network with its encoding adapted to the extent of a map. */
    public ResidualMlp over(Embedding map) {
        float[] adapted = parameters.clone();
        shape.encoding().cover(map, adapted);
        return new ResidualMlp(shape, adapted);
    }

    /** A copy that later training of this network does not change. */
    public ResidualMlp copy() {
        return new ResidualMlp(shape, parameters.clone());
    }

    @Override
    public int in() {
        return shape.in();
    }

    @Override
    public int out() {
        return shape.out();
    }

    @Override
    public Heads heads() {
        return shape.heads();
    }

    @Override
    public Pass pass() {
        Workspace scratch = new Workspace(shape);
        return new Pass() {
            @Override
            public float[] input() {
                return scratch.input();
            }

            @Override
            public float[] output() {
                return scratch.output();
            }

            @Override
            public void run(int rows) {
                forward(rows, scratch);
            }
        };
    }

    /**
     * Computes the output of the network.
     *
     * @param rows the number of rows in {@code scratch.input()}, at most {@code scratch.capacity()}
     * @param scratch holds the input {@code [rows, in]}; receives the output {@code [rows, out]}
     * @hidden internal
     */
    public void forward(int rows, Workspace scratch) {
        logits(rows, scratch);
        shape.heads().activate(scratch.kernel(), rows, scratch.output());
    }

    /**
     * Computes the output without the activation of the heads.
     *
     * @hidden internal
     */
    public void logits(int rows, Workspace scratch) {
        trunk(rows, scratch);
        logits(rows, scratch, 0, shape.out(), parameters, shape.outputWeights(), shape.out());
    }

    /** Computes all layers except the last. */
    void trunk(int rows, Workspace scratch) {
        Kernel kernel = scratch.kernel();
        int hidden = shape.hidden();
        float[] h = scratch.stream(0);
        scratch.encoding().forward(rows, parameters, scratch.input(), scratch.features());
        dense(kernel, rows, scratch.features(), shape.encoding().width(), shape.inputWeights(), h, hidden);
        kernel.elu(rows * hidden, h, 0);
        for (int block = 0; block < shape.blocks(); block++) {
            float[] inner = scratch.inner(block);
            dense(kernel, rows, h, hidden, shape.blockWeights(block, 0), inner, hidden);
            kernel.relu(rows * hidden, inner, 0);
            float[] next = scratch.stream(block + 1);
            System.arraycopy(h, 0, next, 0, rows * hidden);
            int bias = shape.blockBias(block, 1);
            for (int i = 0; i < rows; i++) {
                kernel.add(hidden, parameters, bias, next, i * hidden);
            }
            multiply(kernel, rows, inner, hidden, shape.blockWeights(block, 1), next, hidden);
            h = next;
        }
    }

    /**
     * Computes some columns of the last layer after {@link #trunk}: {@code [rows, columns]} in the output.
     *
     * @param weights the columns of its matrix, element {@code [i,j]} at {@code w0 + i * wRow + j}
     */
    void logits(int rows, Workspace scratch, int from, int columns, float[] weights, int w0, int wRow) {
        float[] h = scratch.stream(shape.blocks());
        float[] y = scratch.output();
        int hidden = shape.hidden();
        for (int i = 0; i < rows; i++) {
            System.arraycopy(parameters, shape.outputBias() + from, y, i * columns, columns);
        }
        scratch.kernel().multiplyAdd(rows, columns, hidden, h, 0, hidden, 1, weights, w0, wRow, y, 0, columns);
    }

    private void dense(Kernel kernel, int rows, float[] x, int inputs, int weights, float[] y, int outputs) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(parameters, weights + inputs * outputs, y, i * outputs, outputs);
        }
        multiply(kernel, rows, x, inputs, weights, y, outputs);
    }

    private void multiply(Kernel kernel, int rows, float[] x, int inputs, int weights, float[] y, int outputs) {
        kernel.multiplyAdd(rows, outputs, inputs, x, 0, inputs, 1, parameters, weights, outputs, y, 0, outputs);
    }
}
