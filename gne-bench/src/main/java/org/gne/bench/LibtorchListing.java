package org.gne.bench;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.gne.data.Samples;

/**
 * The paper's listing in libtorch: embedding {@code [rows, 2]} uniform in +-0.05, noise of standard deviation 1,
 * Dense(64, ELU), 4 residual blocks {@code h + Dense64(ReLU(Dense64(h)))}, Dense(width, sigmoid), Glorot-uniform weights,
 * mean squared error, Adam (1e-2, 0.9, 0.999, 1e-7) over all rows of the embedding at every step, batches of 1,024 of rows
 * shuffled anew each epoch.
 *
 * <p>The fastest way in libtorch: rows are one tensor of floats in native memory, a batch is selected by {@code index_select},
 * layers are {@code linear}, gradients are autograd's, Adam is DJL's native one; only an epoch's loss is copied to
 * Java. The error is taken as the square of a norm, which passes over the batch as often as the {@code mse_loss} that DJL
 * does not offer.
 */
public final class LibtorchListing implements AutoCloseable {

    private static final int BATCH = 1024;
    private static final int HIDDEN = 64;
    private static final int BLOCKS = 4;

    private record Layer(NDArray weights, NDArray bias) {
        NDArray of(NDArray x) {
            return x.getNDArrayInternal().linear(x, weights, bias).singletonOrThrow();
        }
    }

    private final int rows;
    private final int width;
    private final Engine engine;
    private final NDManager manager;
    private final NDArray data;
    private final NDArray embedding;
    private final List<Layer> layers = new ArrayList<>();
    private final List<NDArray> parameters = new ArrayList<>();
    private final Optimizer adam = Optimizer.adam()
            .optLearningRateTracker(Tracker.fixed(0.01f))
            .optBeta1(0.9f)
            .optBeta2(0.999f)
            .optEpsilon(1e-7f)
            .build();

    /**
     * @param samples rows, 0-1
     * @param threads the threads of every operator, for the whole process
     * @param seed the seed of all random numbers
     */
    public LibtorchListing(Samples samples, int threads, int seed) {
        rows = samples.size();
        width = samples.width();
        engine = Libtorch.engine(threads);
        engine.setRandomSeed(seed);
        manager = engine.newBaseManager(Device.cpu());
        data = manager.create(floats(samples), new Shape(rows, width));
        embedding = parameter(manager.randomUniform(-0.05f, 0.05f, new Shape(rows, 2)));
        layers.add(layer(2, HIDDEN));
        for (int i = 0; i < 2 * BLOCKS; i++) {
            layers.add(layer(HIDDEN, HIDDEN));
        }
        layers.add(layer(HIDDEN, width));
    }

    private static FloatBuffer floats(Samples samples) {
        int width = samples.width();
        FloatBuffer all = ByteBuffer.allocateDirect(Math.multiplyExact(samples.size(), width * Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        float[] row = new float[width];
        for (int i = 0; i < samples.size(); i++) {
            samples.read(i, row, 0);
            all.put(row);
        }
        return all.flip();
    }

    private NDArray parameter(NDArray values) {
        values.setRequiresGradient(true);
        parameters.add(values);
        return values;
    }

    private Layer layer(int in, int out) {
        float limit = (float) Math.sqrt(6.0 / (in + out));
        return new Layer(
                parameter(manager.randomUniform(-limit, limit, new Shape(out, in))),
                parameter(manager.zeros(new Shape(out))));
    }

    /** Trains on all rows once, and returns the mean loss over rows and columns, with noise. */
    public double epoch() {
        try (NDManager scope = manager.newSubManager()) {
            NDArray order = scope.randomPermutation(rows);
            NDArray total = scope.zeros(new Shape());
            for (int from = 0; from < rows; from += BATCH) {
                step(order, from, Math.min(from + BATCH, rows), total);
            }
            return total.getFloat() / ((double) rows * width);
        }
    }

    private void step(NDArray order, int from, int to, NDArray total) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray batch = order.get(new NDIndex().addSliceDim(from, to));
            batch.attach(scope);
            NDArray target = rowsOf(data, batch);
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray places = rowsOf(embedding, batch);
                NDArray output = decode(places.add(scope.randomNormal(places.getShape())));
                NDArray norm = output.sub(target).norm();
                NDArray sum = norm.mul(norm);
                collector.backward(sum.div((float) (to - from) * width));
                total.addi(sum.stopGradient());
            }
            for (int i = 0; i < parameters.size(); i++) {
                try (NDArray gradient = parameters.get(i).getGradient()) {
                    // Clears the gradient too.
                    adam.update(Integer.toString(i), parameters.get(i), gradient);
                }
            }
        }
    }

    private static NDArray rowsOf(NDArray table, NDArray batch) {
        NDList picked = batch.getNDArrayInternal().embedding(batch, table, SparseFormat.DENSE);
        return picked.singletonOrThrow();
    }

    private NDArray decode(NDArray places) {
        NDArray h = layers.get(0).of(places).getNDArrayInternal().elu(1);
        for (int block = 0; block < BLOCKS; block++) {
            NDArray inner = layers.get(1 + 2 * block).of(h).getNDArrayInternal().relu();
            h = h.add(layers.get(2 + 2 * block).of(inner));
        }
        return layers.get(layers.size() - 1).of(h).getNDArrayInternal().sigmoid();
    }

    @Override
    public void close() {
        manager.close();
    }
}
