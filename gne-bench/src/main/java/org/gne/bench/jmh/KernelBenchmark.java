package org.gne.bench.jmh;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.nn.AdamOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The kernels at the sizes of a training: a tile of 64 rows, 64 hidden units, 784 columns; one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {

    private static final int ROWS = 64;
    private static final int HIDDEN = 64;
    private static final int WIDTH = 784;

    /** Parameters of an Adam task. */
    private static final int PARAMETERS = 4096;

    private final Kernel kernel = Kernels.active();
    private final Kernel.AdamStep step = AdamOptions.KERAS.step(1e-2, 1000);
    private final float[] stream = new float[ROWS * HIDDEN];
    private final float[] inner = new float[ROWS * HIDDEN];
    private final float[] hiddenWeights = new float[HIDDEN * HIDDEN];
    private final float[] outputWeights = new float[HIDDEN * WIDTH];
    private final float[] output = new float[ROWS * WIDTH];
    private final float[] target = new float[ROWS * WIDTH];
    private final float[] weightGradient = new float[HIDDEN * WIDTH];
    private final float[] loss = new float[WIDTH];
    private final float[] parameters = new float[PARAMETERS];
    private final float[] first = new float[PARAMETERS];
    private final float[] second = new float[PARAMETERS];
    private final float[] gradient = new float[PARAMETERS];

    /** Fills the arrays with the same numbers in every run. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        for (float[] array : new float[][] {
            stream, inner, hiddenWeights, outputWeights, output, target, weightGradient, parameters, gradient
        }) {
            for (int i = 0; i < array.length; i++) {
                array[i] = random.nextFloat() * 0.1f;
            }
        }
    }

    /** Hidden layer: 64 x 64 of 64. */
    @Benchmark
    public float[] multiplyHidden() {
        kernel.multiplyAdd(ROWS, HIDDEN, HIDDEN, stream, 0, HIDDEN, 1, hiddenWeights, 0, HIDDEN, inner, 0, HIDDEN);
        return inner;
    }

    /** Output layer: 64 x 784 of 64. */
    @Benchmark
    public float[] multiplyOutput() {
        kernel.multiplyAdd(ROWS, WIDTH, HIDDEN, stream, 0, HIDDEN, 1, outputWeights, 0, WIDTH, output, 0, WIDTH);
        return output;
    }

    /** Gradient of the output layer's weights, the left matrix transposed: 64 x 784 of 64. */
    @Benchmark
    public float[] multiplyWeightGradient() {
        kernel.multiplyAdd(HIDDEN, WIDTH, ROWS, stream, 0, 1, HIDDEN, output, 0, WIDTH, weightGradient, 0, WIDTH);
        return weightGradient;
    }

    /** Gradient of the output layer's input: 64 x 64 of 784. */
    @Benchmark
    public float[] multiplyInputGradient() {
        kernel.multiplyAdd(ROWS, HIDDEN, WIDTH, output, 0, WIDTH, 1, outputWeights, 0, HIDDEN, inner, 0, HIDDEN);
        return inner;
    }

    /** Loss and its gradient: 64 x 784. */
    @Benchmark
    public float[] sigmoidSquaredError() {
        kernel.sigmoidSquaredError(ROWS, WIDTH, output, 0, WIDTH, target, 0, WIDTH, 1f, loss, 0);
        return output;
    }

    /** A step of 4,096 parameters. */
    @Benchmark
    public float[] adam() {
        kernel.adam(PARAMETERS, parameters, first, second, 0, gradient, 0, step);
        return parameters;
    }
}
