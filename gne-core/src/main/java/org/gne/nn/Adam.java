package org.gne.nn;

import java.util.ArrayList;
import java.util.List;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.jspecify.annotations.Nullable;

/**
 * Adam on the parameters of a network. A step is cut into tasks that threads can run in any order: each task sums its
 * part of the partial gradients in their order, updates its parameters, clears the gradients, and updates the copies of
 * the weights for the backward pass.
 *
 * @hidden internal
 */
public final class Adam implements Optimizer {

    /**
     * The approximate number of floats of a task: enough work for a thread, and small enough for the first-level cache.
     */
    private static final int CHUNK = 4096;

    /** The smallest number of rows of a task: this many adjacent floats of a transposed matrix fill a cache line. */
    private static final int ROWS = 16;

    /** Some rows of a layer, or, without one, some parameters of the encoding. */
    private record Part(@Nullable Dense layer, int fromRow, int toRow, int from, int to) {}

    private final Kernel kernel = Kernels.active();
    private final ResidualMlp network;
    private final Backward backward;
    private final AdamOptions options;
    private final float[] first;
    private final float[] second;
    private final List<Part> parts = new ArrayList<>();
    private long steps;
    private Kernel.AdamStep step;
    private Kernel.AdamStep encodingStep;

    /**
     * Starts with moments of 0.
     *
     * @param network the network whose parameters are changed in place
     * @param backward the copies of its matrices, which are updated with them
     * @param options the constants
     */
    public Adam(ResidualMlp network, Backward backward, AdamOptions options) {
        this.network = network;
        this.backward = backward;
        this.options = options;
        step = options.step(0, 1);
        encodingStep = step;
        first = new float[network.parameters().length];
        second = new float[network.parameters().length];
        int encoded = network.shape().encoding().parameters();
        for (int from = 0; from < encoded; from += CHUNK) {
            parts.add(new Part(null, 0, 0, from, Math.min(encoded, from + CHUNK)));
        }
        for (Dense layer : Dense.of(network.shape())) {
            int rows = Math.max(ROWS, CHUNK / layer.outputs());
            for (int row = 0; row < layer.inputs(); row += rows) {
                int end = Math.min(row + rows, layer.inputs());
                int from = layer.weights() + row * layer.outputs();
                // The bias belongs to the task of the last rows.
                int to = layer.weights() + end * layer.outputs() + (end == layer.inputs() ? layer.outputs() : 0);
                parts.add(new Part(layer, row, end, from, to));
            }
        }
    }

    @Override
    public AdamState state() {
        return new AdamState(network.parameters(), first, second);
    }

    @Override
    public void restore(AdamState state, long done) {
        state().set(state);
        continueAfter(done);
        parts.forEach(this::copy);
    }

    @Override
    public void continueAfter(long done) {
        steps = done;
    }

    @Override
    public int tasks() {
        return parts.size();
    }

    @Override
    public void begin(double learningRate) {
        step = options.step(learningRate, ++steps);
        encodingStep = options.step(learningRate * network.shape().encoding().rate(), steps);
    }

    @Override
    public void run(int task, Gradient[] gradients, int count) {
        Part part = parts.get(task);
        int n = part.to - part.from;
        Gradient sum = gradients[0];
        for (int i = 1; i < count; i++) {
            if (part.layer == null) {
                gradients[i].moveReached(part.from, part.to, kernel, sum);
            } else {
                gradients[i].move(part.from, part.to, kernel, sum);
            }
        }
        Kernel.AdamStep used = part.layer == null ? encodingStep : step;
        kernel.adam(n, network.parameters(), first, second, part.from, sum.values(), part.from, used);
        sum.clear(part.from, part.to);
        copy(part);
    }

    private void copy(Part part) {
        if (part.layer != null) {
            backward.copy(part.layer, part.fromRow, part.toRow);
        }
    }
}
