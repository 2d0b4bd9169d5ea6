package org.gne.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Adam;
import org.gne.nn.AdamState;
import org.gne.nn.Backward;
import org.gne.nn.Gradient;
import org.gne.nn.GridEncoding;
import org.gne.nn.MlpShape;
import org.gne.nn.Optimizer;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The loop over the batches of an epoch: it gets codes, decodes them, computes the gradients of decoder and codes, and
 * takes a step of Adam.
 *
 * <p>A batch is cut into shards of fixed size. The tiles of a shard go forward and back one after the other and add to
 * one partial gradient; the step adds the partial gradients in the order of the shards. So the result does not depend
 * on the number of threads.
 *
 * <p>Missing values (NaN) are left out of loss and gradient. The weight of a known value does not depend on which other
 * values are missing.
 *
 * @hidden internal
 */
public final class Trainer {

    /** The share of the training in which an encoding follows the map: later, rates are too low to mend what it changes. */
    private static final double FOLLOWED = 0.8;

    private final Samples samples;
    private final CodeSource codes;
    private final LoopOptions options;
    private final Parallel parallel;
    private final RowOrder order;

    private final ResidualMlp decoder;
    private final Backward backward;
    private final Optimizer optimizer;
    private final List<Tile> tiles = new ArrayList<>();
    private final Gradient[] gradients;
    private final float[][] columnLoss;
    private final double[] shardLoss;
    private final double known;
    private final boolean gaps;
    private final boolean follows;
    private double operations;
    private FitListener.Action ended = FitListener.Action.CONTINUE;
    private @Nullable Settling settling;

    /** The epochs in which all rates fall to their last values; they begin at a share of the training that is done. */
    private record Settling(int from, int epochs, double done) {

        double progress(double epoch) {
            return done + (1 - done) * (epoch - from) / epochs;
        }
    }

    /**
     * @param samples the scaled rows
     * @param known the number of their known values; a category counts as one
     * @param decoder the decoder, trained in place
     * @param order which rows an epoch trains
     * @param follows whether the codes are those of all rows, so that the encoding can follow the map
     */
    public Trainer(
            Samples samples,
            double known,
            CodeSource codes,
            ResidualMlp decoder,
            LoopOptions options,
            RowOrder order,
            boolean follows,
            Parallel parallel) {
        this.follows = follows && decoder.shape().encoding() instanceof GridEncoding;
        this.samples = samples;
        this.known = known;
        gaps = known < (double) samples.size() * decoder.heads().sources();
        this.codes = codes;
        this.decoder = decoder;
        this.options = options;
        this.parallel = parallel;
        this.order = order;
        backward = new Backward(decoder);
        optimizer = new Adam(decoder, backward, options.adam());
        int shards = Batch.shards(Math.min(options.batch(), order.size()));
        gradients = new Gradient[shards];
        Arrays.setAll(gradients, shard -> new Gradient(decoder.shape()));
        columnLoss = new float[shards][samples.width()];
        shardLoss = new double[shards];
        for (int i = 0; i < parallel.threads(); i++) {
            tiles.add(new Tile(decoder.shape()));
        }
    }

    /** The parameters and moments of the decoder: the state itself, not a copy. */
    public AdamState state() {
        return optimizer.state();
    }

    /** Continues after a number of epochs. */
    public void restore(AdamState state, int epochs) {
        optimizer.restore(state, (long) epochs * batches());
    }

    /** Says that the present state is that after a number of epochs and batches of the next epoch. */
    public void continueAfter(int epochs, int batches) {
        optimizer.continueAfter((long) epochs * batches() + batches);
    }

    /** The number of batches of an epoch. */
    public int batches() {
        return (order.size() + options.batch() - 1) / options.batch();
    }

    /** The number of rows that an epoch trains. */
    int rows() {
        return order.size();
    }

    /** How the listener or an interrupt ended the last epoch early; {@code CONTINUE} if they did not. */
    FitListener.Action ended() {
        return ended;
    }

    /** Whether rates fall to their last values. */
    boolean settles() {
        return settling != null;
    }

    /** From an epoch on, rates fall to their last values within a number of epochs. */
    void settle(int from, int epochs) {
        settling = new Settling(from, epochs, (double) from / options.epochs());
        ended = FitListener.Action.CONTINUE;
    }

    /** The floating-point operations of the matrix products so far. */
    public double operations() {
        return operations;
    }

    /**
     * One pass over the rows.
     *
     * @return the mean loss over all known values, or NaN if the listener or an interrupt stopped the epoch
     */
    double epoch(int epoch, FitListener listener) {
        return batches(epoch, 0, batches(), listener) / known();
    }

    /** The values of the rows of an epoch that are not missing: a category is one. Where rows take turns, their share is assumed. */
    double known() {
        return known * ((double) order.size() / order.rows());
    }

    /**
     * Trains some batches of an epoch.
     *
     * @return the sum of the losses of their known values, or NaN if the listener or an interrupt stopped the epoch
     */
    public double batches(int epoch, int first, int end, FitListener listener) {
        int size = order.size();
        if (follows && first == 0 && epoch > 0 && epoch < FOLLOWED * options.epochs()) {
            decoder.shape().encoding().follow(codes.embedding(), state());
        }
        int[] rows = order.at(epoch);
        int batches = batches();
        double sum = 0;
        for (int b = first; b < end; b++) {
            int from = b * options.batch();
            int count = Math.min(options.batch(), size - from);
            double progress = progress(epoch + (double) b / batches);
            sum += step(new Batch(epoch, (long) epoch * batches + b, rows, from, count, progress));
            FitListener.Action action = listener.onBatch(epoch + 1, from + count);
            if (Thread.currentThread().isInterrupted()) {
                action = FitListener.Action.STOP;
            }
            if (action == FitListener.Action.STOP || (action == FitListener.Action.SETTLE && !settles())) {
                ended = action;
                return Double.NaN;
            }
        }
        return sum;
    }

    private double progress(double epoch) {
        return settling == null ? epoch / options.epochs() : settling.progress(epoch);
    }

    private double step(Batch batch) {
        int shards = batch.shards();
        codes.begin(batch);
        parallel.run(shards, (shard, worker) -> shard(batch, shard, worker));
        optimizer.begin(options.rate(batch.progress(), batch.step()));
        int decoderTasks = optimizer.tasks();
        parallel.run(decoderTasks + codes.tasks(batch), (task, worker) -> {
            if (task < decoderTasks) {
                optimizer.run(task, gradients, shards);
            } else {
                codes.run(batch, task - decoderTasks);
            }
        });
        operations += (double) (decoder.shape().trainingOperations() + codes.operations()) * batch.rows();
        double sum = 0;
        for (int shard = 0; shard < shards; shard++) {
            sum += shardLoss[shard];
        }
        return sum;
    }

    private void shard(Batch batch, int shard, int worker) {
        Tile tile = tiles.get(worker);
        Workspace scratch = tile.decoder();
        MlpShape shape = decoder.shape();
        float[] sums = columnLoss[shard];
        Arrays.fill(sums, 0);
        float scale = 1f / ((float) batch.rows() * shape.heads().sources());
        int shardRows = batch.shardRows();
        int end = batch.from() + Math.min(batch.rows(), (shard + 1) * shardRows);
        for (int from = batch.from() + shard * shardRows; from < end; from += Workspace.TILE) {
            tile.load(samples, batch.order(), from, Math.min(end, from + Workspace.TILE));
            shape.heads().soften(tile.size(), tile.target());
            codes.encode(batch, tile, worker);
            backward.reconstruct(tile.size(), scratch, tile.target(), gaps, scale, sums, gradients[shard]);
            codes.backward(batch, tile, shard, worker);
        }
        shardLoss[shard] = shape.heads().total(sums);
    }
}
