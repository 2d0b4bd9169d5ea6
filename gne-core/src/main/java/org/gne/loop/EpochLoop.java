package org.gne.loop;

import java.util.Arrays;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.AdamState;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;

/**
 * Trains a decoder and the source of its codes together, epoch after epoch, for every method that has these two. It
 * notifies the listener, stops when the listener asks for it, and keeps the last good state.
 *
 * @hidden internal
 */
public final class EpochLoop {

    /**
     * Work between epochs.
     *
     * @hidden internal
     */
    public interface Interlude {
        /** No work between epochs. */
        Interlude NONE = epoch -> -1;

        /**
         * Called after an epoch, from 0.
         *
         * @return the number of rows that were moved, or -1 if there was nothing to do
         */
        int after(int epoch);

        /** The floating-point operations of the matrix products so far. */
        default double operations() {
            return 0;
        }
    }

    /** A fit that is stopped settles for this share of the epochs that it has done. */
    private static final double SETTLING = 0.2;

    private final Samples samples;
    private final CodeSource codes;
    private final ResidualMlp decoder;
    private final LoopOptions options;
    private final Trainer trainer;
    private final DivergenceCheck divergence;
    private final AdamState goodCodes;
    private final AdamState goodDecoder;
    private double[] losses = {};
    private double secondsBefore;
    private double operationsBefore;

    /**
     * @param samples the scaled rows, at least one
     * @param known the number of their known values; a category counts as one
     * @param codes the source of the codes, trained in place
     * @param decoder the decoder, trained in place
     * @param order which rows an epoch trains, and in which order
     * @param follows whether the encoding follows the map as it grows or moves
     * @throws IllegalArgumentException if there are no rows, or rows and decoder differ in width
     */
    public EpochLoop(
            Samples samples,
            double known,
            CodeSource codes,
            ResidualMlp decoder,
            LoopOptions options,
            RowOrder order,
            boolean follows,
            Parallel parallel) {
        check(samples, decoder.shape());
        this.samples = samples;
        this.codes = codes;
        this.decoder = decoder;
        this.options = options;
        trainer = new Trainer(samples, known, codes, decoder, options, order, follows, parallel);
        divergence = new DivergenceCheck(samples, codes, decoder);
        goodCodes = codes.state().copy();
        goodDecoder = trainer.state().copy();
    }

    /** Refuses what can not be trained: better early than after the principal components. */
    public static void check(Samples samples, MlpShape decoder) {
        if (samples.size() == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        if (samples.width() != decoder.out()) {
            throw new IllegalArgumentException(
                    "rows of " + samples.width() + " values for a decoder of " + decoder.out() + ", expected as many");
        }
    }

    /**
     * Continues a training of the same rows, options and seed.
     *
     * @throws IllegalArgumentException if the state belongs to other rows or another decoder, or has more epochs
     */
    public void restore(TrainingState state) {
        if (state.epochs() > options.epochs()) {
            throw new IllegalArgumentException(
                    "found a state after " + state.epochs() + " epochs, expected at most " + options.epochs());
        }
        codes.state().set(state.codes());
        trainer.restore(state.decoder(), state.epochs());
        divergence.restore(state.losses());
        losses = state.losses().clone();
        secondsBefore = state.seconds();
        operationsBefore = state.operations();
        keep();
    }

    /**
     * Runs all epochs, or the remaining ones.
     *
     * @param listener receives the progress; it can stop the training, and so does an interrupt of the calling thread
     * @throws DivergedException if the loss is not finite or grows without bound
     */
    public TrainingResult run(FitListener listener) {
        return run(listener, Interlude.NONE, System.nanoTime());
    }

    /**
     * @param begin the start time of the training, by {@link System#nanoTime}
     */
    public TrainingResult run(FitListener listener, Interlude interlude, long begin) {
        int done = losses.length;
        double startSeconds = seconds(begin);
        double searchSeconds = 0;
        int epochs = options.epochs();
        while (done < epochs) {
            long epochBegin = System.nanoTime();
            double loss = trainer.epoch(done, listener);
            if (trainer.ended() == FitListener.Action.STOP) {
                break;
            }
            if (trainer.ended() == FitListener.Action.SETTLE) {
                epochs = settle(done);
                continue;
            }
            if (!divergence.holds(loss)) {
                putBack();
                throw new DivergedException(done + 1, loss, result(interlude, begin));
            }
            long searchBegin = System.nanoTime();
            int moved = interlude.after(done);
            searchSeconds += seconds(searchBegin);
            losses = Arrays.copyOf(losses, ++done);
            losses[done - 1] = loss;
            keep();
            double seconds = secondsBefore + seconds(begin);
            FitProgress progress = new FitProgress(
                    done,
                    epochs,
                    loss,
                    moved,
                    trainer.rows() / seconds(epochBegin),
                    seconds,
                    startSeconds,
                    searchSeconds,
                    (seconds - startSeconds) / done * (epochs - done),
                    state(interlude, seconds),
                    codes::embedding);
            FitListener.Action action = listener.onEpoch(progress);
            if (action == FitListener.Action.STOP) {
                break;
            }
            if (action == FitListener.Action.SETTLE && !trainer.settles()) {
                epochs = settle(done);
            }
        }
        return result(interlude, begin);
    }

    /** Begins to settle, and returns the number of epochs there will be. */
    private int settle(int done) {
        int more = Math.min(options.epochs() - done, Math.max(1, (int) Math.round(SETTLING * done)));
        if (more > 0) {
            trainer.settle(done, more);
        }
        return done + more;
    }

    private TrainingResult result(Interlude interlude, long begin) {
        TrainingState state = state(interlude, secondsBefore + seconds(begin));
        return new TrainingResult(codes.embedding(), decoder, losses, state.seconds(), state.operations(), state);
    }

    private TrainingState state(Interlude interlude, double seconds) {
        double operations = operationsBefore + trainer.operations() + interlude.operations();
        return new TrainingState(goodCodes, goodDecoder, losses, seconds, operations);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    private void keep() {
        goodCodes.set(codes.state());
        goodDecoder.set(trainer.state());
    }

    private void putBack() {
        codes.state().set(goodCodes);
        trainer.state().set(goodDecoder);
    }
}
