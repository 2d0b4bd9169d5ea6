package org.gne.nn;

import java.util.Arrays;
import java.util.Random;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** A small network with inputs and targets, and what our code makes of them. */
final class NetworkCase {

    final MlpShape shape;
    final ResidualMlp network;
    final int rows;
    final float[] inputs;
    final float[] targets;
    final Kernel kernel = Kernels.active();

    NetworkCase(ResidualMlp network, int rows, float[] inputs, float[] targets) {
        this.shape = network.shape();
        this.network = network;
        this.rows = rows;
        this.inputs = inputs;
        this.targets = targets;
    }

    static NetworkCase random(MlpShape shape, int rows, long seed) {
        ResidualMlp network = ResidualMlp.glorot(shape, CounterRandom.of(seed, "test"));
        Random random = new Random(seed);
        for (Dense layer : Dense.of(shape)) {
            for (int j = 0; j < layer.outputs(); j++) {
                network.parameters()[layer.bias() + j] = (float) (0.3 * random.nextGaussian());
            }
        }
        float[] inputs = new float[rows * shape.in()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        return new NetworkCase(network, rows, inputs, HeadCases.rows(shape.heads(), rows, random));
    }

    /** The same with gaps: the first row has all values, the last none. */
    NetworkCase withGaps(long seed) {
        float[] holed = targets.clone();
        int width = shape.out();
        HeadCases.punch(shape.heads(), holed, width, rows - 2, new Random(seed));
        Arrays.fill(holed, (rows - 1) * width, rows * width, Float.NaN);
        return new NetworkCase(network, rows, inputs, holed);
    }

    /** Gradients of the mean loss over rows and source columns. */
    record Gradients(double loss, float[] parameters, float[] inputs) {}

    Gradients gradients() {
        for (float target : targets) {
            if (Float.isNaN(target)) {
                return gradients(true);
            }
        }
        return gradients(false);
    }

    Gradients gradients(boolean gaps) {
        Workspace scratch = workspace();
        float[] sums = new float[shape.out()];
        float scale = 1f / (rows * shape.heads().sources());
        Gradient gradient = new Gradient(shape);
        new Backward(network).reconstruct(rows, scratch, targets, gaps, scale, sums, gradient);
        return new Gradients(
                shape.heads().total(sums) * scale,
                gradient.values(),
                scratch.inputGradient().clone());
    }

    Workspace workspace() {
        Workspace scratch = new Workspace(shape, rows);
        System.arraycopy(inputs, 0, scratch.input(), 0, inputs.length);
        return scratch;
    }

    static double[][] matrix(float[] values, int rows) {
        double[][] matrix = new double[rows][values.length / rows];
        for (int i = 0; i < values.length; i++) {
            matrix[i / matrix[0].length][i % matrix[0].length] = values[i];
        }
        return matrix;
    }

    static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }
}
