package org.gne;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.loop.TrainingState;
import org.gne.nn.Heads;

/**
 * A fit under way, after whole epochs. Its file is that of a model, which {@link GneModel#load} reads, with more in it:
 * {@link Gne#resume(Checkpoint, org.gne.data.Samples, org.gne.loop.FitListener, CheckpointOptions)} goes on from there.
 *
 * @param model the map and decoder so far, without classes and mixture
 * @param options of the fit
 * @param dataSha256 of the rows, which tells them from others
 * @param state what the training goes on from
 */
public record Checkpoint(GneModel model, GneOptions options, String dataSha256, TrainingState state) {

    /** The same with another number of threads, which change the time, never the result. */
    public Checkpoint withThreads(int threads) {
        return new Checkpoint(model, options.withThreads(threads), dataSha256, state);
    }

    /** Epochs done. */
    public int epochs() {
        return state.epochs();
    }

    /** The heads that the training goes on with: files of 0.1 name the loss of pixels among the options alone. */
    Heads heads() {
        Heads heads = model.decoder().heads();
        return heads.equals(Heads.unit(heads.width())) ? Heads.unit(heads.width(), options.loss()) : heads;
    }

    /** Writes the checkpoint: either the whole file appears or nothing does. */
    public void save(Path file) throws IOException {
        CheckpointFile.write(this, file);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws IOException if the file can not be read or is no checkpoint; the message names file, place, found and
     *     expected
     */
    public static Checkpoint load(Path file) throws IOException {
        return CheckpointFile.read(file);
    }
}
