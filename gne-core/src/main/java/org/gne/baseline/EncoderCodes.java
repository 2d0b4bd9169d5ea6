package org.gne.baseline;

import java.util.Arrays;
import java.util.function.Supplier;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.loop.Batch;
import org.gne.loop.CodeSource;
import org.gne.loop.LoopOptions;
import org.gne.loop.Tile;
import org.gne.nn.Adam;
import org.gne.nn.AdamState;
import org.gne.nn.Backward;
import org.gne.nn.Gradient;
import org.gne.nn.MlpShape;
import org.gne.nn.Optimizer;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;

/**
 * The codes of an encoder. The encoder is trained with the gradient of the codes, with the learning rate and the Adam
 * of the decoder.
 */
final class EncoderCodes implements CodeSource {

    /** The scratch of one thread for a pass forward and back. */
    private record Worker(Workspace scratch, Bottleneck bottleneck) {}

    private final Samples samples;
    private final NetworkEncoder encoder;
    private final ResidualMlp network;
    private final LoopOptions options;
    private final Parallel parallel;
    private final Backward backward;
    private final Optimizer optimizer;
    private final Gradient[] gradients;
    private final Worker[] workers;

    /**
     * @param encoder trained in place
     * @param bottlenecks creates a bottleneck for each thread
     */
    EncoderCodes(
            Samples samples,
            NetworkEncoder encoder,
            Supplier<Bottleneck> bottlenecks,
            LoopOptions options,
            Parallel parallel) {
        this.samples = samples;
        this.encoder = encoder;
        this.options = options;
        this.parallel = parallel;
        network = encoder.network();
        backward = new Backward(network);
        optimizer = new Adam(network, backward, options.adam());
        gradients = new Gradient[Batch.shards(Math.min(options.batch(), samples.size()))];
        Arrays.setAll(gradients, shard -> new Gradient(network.shape()));
        workers = new Worker[parallel.threads()];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(new Workspace(network.shape()), bottlenecks.get());
        }
    }

    @Override
    public void begin(Batch batch) {
        optimizer.begin(options.rate().at(batch.progress()));
    }

    @Override
    public void encode(Batch batch, Tile tile, int worker) {
        workers[worker].bottleneck.forward(batch, tile, outputs(tile, worker));
    }

    @Override
    public void backward(Batch batch, Tile tile, int shard, int worker) {
        Workspace scratch = workers[worker].scratch;
        workers[worker].bottleneck.backward(batch, tile, scratch.output());
        backward.parameters(tile.size(), scratch, gradients[shard]);
    }

    @Override
    public int tasks(Batch batch) {
        return optimizer.tasks();
    }

    @Override
    public void run(Batch batch, int task) {
        optimizer.run(task, gradients, batch.shards());
    }

    @Override
    public void place(Tile tile, int worker) {
        float[] outputs = outputs(tile, worker);
        for (int i = 0; i < tile.size(); i++) {
            System.arraycopy(outputs, i * network.out(), tile.decoder().input(), i * encoder.dim(), encoder.dim());
        }
    }

    private float[] outputs(Tile tile, int worker) {
        Workspace scratch = workers[worker].scratch;
        System.arraycopy(tile.target(), 0, scratch.input(), 0, tile.size() * network.in());
        network.forward(tile.size(), scratch);
        return scratch.output();
    }

    @Override
    public Embedding embedding() {
        return encoder.places(encoder.outputs(samples, parallel));
    }

    @Override
    public AdamState state() {
        return optimizer.state();
    }

    /** The gradient with respect to the rows is not computed, so the backward pass has fewer operations. */
    @Override
    public long operations() {
        MlpShape shape = network.shape();
        return shape.trainingOperations() - 2L * shape.in() * shape.hidden();
    }
}
