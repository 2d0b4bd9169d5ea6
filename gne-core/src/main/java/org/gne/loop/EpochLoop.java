package org.gne.loop;

import java.util.Arrays;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.AdamState;
import org.gne.nn.Loss;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;

/**
 * Trains a decoder and the source of its codes together, epoch after epoch, for every method that has the two: tells the
 * listener, ends where it is told to, keeps the last good state.
 */
public final class EpochLoop {

    /** What is done between epochs. */
    public interface Interlude {
        Interlude NONE = epoch -> -1;

        /**
         * After an epoch, from 0.
         *
         * @return how many rows it has put elsewhere, or -1 if there was nothing to do
         */
        int after(int epoch);

        /** Floating-point operations of the matrix products done so far. */
        default double operations() {
            return 0;
        }
    }

    private final Samples samples;
    private final CodeSource codes;
    private final ResidualMlp decoder;
    private final LoopOptions options;
    private final Trainer trainer;
    private final DivergenceCheck soundness;
    private final AdamState goodCodes;
    private final AdamState goodDecoder;
    private double[] losses = {};
    private double secondsBefore;
    private double operationsBefore;

    /**
     * @param samples rows as the model sees them, at least one
     * @param missing how many of their values are missing
     * @param codes trained in place
     * @param decoder trained in place
     * @param seed of the order of the rows
     * @throws IllegalArgumentException if there are no rows, rows and decoder differ in width or the loss is not defined for the decoder
     */
    public EpochLoop(
            Samples samples,
            long missing,
            CodeSource codes,
            ResidualMlp decoder,
            LoopOptions options,
            long seed,
            Parallel parallel) {
        check(samples, decoder.shape(), options.loss());
        this.samples = samples;
        this.codes = codes;
        this.decoder = decoder;
        this.options = options;
        trainer = new Trainer(samples, missing, codes, decoder, options, seed, parallel);
        soundness = new DivergenceCheck(samples, codes, decoder, options.loss());
        goodCodes = codes.state().copy();
        goodDecoder = trainer.state().copy();
    }

    /** Refuses what can not be trained: better early than after the principal components. */
    public static void check(Samples samples, MlpShape decoder, Loss loss) {
        if (samples.size() == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        if (samples.width() != decoder.out()) {
            throw new IllegalArgumentException(
                    "rows of " + samples.width() + " values for a decoder of " + decoder.out() + ", expected as many");
        }
        if (!loss.fits(decoder.output())) {
            throw new IllegalArgumentException(loss + " needs data between 0 and 1, decoded by a sigmoid");
        }
    }

    /**
     * Goes on where a training of the same rows, options and seed was.
     *
     * @throws IllegalArgumentException if the state is of other rows or another decoder, or of more epochs
     */
    public void restore(TrainingState state) {
        if (state.epochs() > options.epochs()) {
            throw new IllegalArgumentException(
                    "a state after " + state.epochs() + " epochs, expected at most " + options.epochs());
        }
        codes.state().set(state.codes());
        trainer.restore(state.decoder(), state.epochs());
        soundness.restore(state.losses());
        losses = state.losses().clone();
        secondsBefore = state.seconds();
        operationsBefore = state.operations();
        keep();
    }

    /**
     * Runs all epochs, or those that are left.
     *
     * @param listener told of progress; may stop the training, as may interrupting the calling thread
     * @throws DivergedException if the loss is not finite or grows without bound
     */
    public TrainingResult run(FitListener listener) {
        return run(listener, Interlude.NONE, System.nanoTime());
    }

    /**
     * @param begin when the training began, by {@link System#nanoTime}
     */
    public TrainingResult run(FitListener listener, Interlude interlude, long begin) {
        int done = losses.length;
        while (done < options.epochs()) {
            long epochBegin = System.nanoTime();
            double loss = trainer.epoch(done, listener);
            if (trainer.stopped()) {
                break;
            }
            if (!soundness.holds(loss)) {
                putBack();
                throw new DivergedException(done + 1, loss, result(interlude, begin));
            }
            int moved = interlude.after(done);
            losses = Arrays.copyOf(losses, ++done);
            losses[done - 1] = loss;
            keep();
            double seconds = secondsBefore + seconds(begin);
            FitProgress progress = new FitProgress(
                    done,
                    options.epochs(),
                    loss,
                    moved,
                    samples.size() / seconds(epochBegin),
                    seconds,
                    seconds / done * (options.epochs() - done),
                    state(interlude, seconds),
                    codes::embedding);
            if (listener.onEpoch(progress) == FitListener.Action.STOP) {
                break;
            }
        }
        return result(interlude, begin);
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
