package org.gne;

import java.io.IOException;
import java.nio.file.Path;
import org.gne.loop.TrainingState;
import org.gne.nn.Heads;

/**
 * The state of a fit after whole epochs. Its file is a model file, which {@link GneModel#load} reads, with additional
 * content. {@link Gne#resume(Checkpoint, org.gne.data.Samples, org.gne.loop.FitListener, CheckpointOptions)} continues
 * the fit.
 *
 * @param model the map and decoder so far, without classes and mixture
 * @param options the options of the fit
 * @param dataSha256 the SHA-256 of the rows, to recognise them
 * @param state the state from which the training continues
 */
public record Checkpoint(GneModel model, GneOptions options, String dataSha256, TrainingState state) {

    /** The same checkpoint with another number of threads, which changes the time, never the result. */
    public Checkpoint withThreads(int threads) {
        return new Checkpoint(model, options.withThreads(threads), dataSha256, state);
    }

    /** The number of finished epochs. */
    public int epochs() {
        return state.epochs();
    }

    /** The heads with which the training continues: files of 0.1 name the loss of pixels only among the options. */
    Heads heads() {
        Heads heads = model.decoder().heads();
        return heads.equals(Heads.unit(heads.width())) ? Heads.unit(heads.width(), options.loss()) : heads;
    }

    /** Writes the checkpoint. If writing fails, an existing file stays as it was. */
    public void save(Path file) throws IOException {
        CheckpointFile.write(this, file);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint; the message says where, what was found and
     *     what was expected
     */
    public static Checkpoint load(Path file) throws IOException {
        return CheckpointFile.read(file);
    }
}
