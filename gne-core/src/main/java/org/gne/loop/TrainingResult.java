package org.gne.loop;

import org.gne.data.Embedding;
import org.gne.nn.ResidualMlp;

/**
 * The result of a training.
 *
 * @param embedding the coordinates of the rows
 * @param decoder the trained decoder
 * @param losses {@code [finished epochs]}: the mean loss of each finished epoch over rows and columns, with noise
 * @param seconds the time since the beginning
 * @param operations the floating-point operations of the matrix products in that time
 * @param state the state after the last finished epoch, from which the training can continue; embedding and decoder are
 *     newer if an epoch was stopped
 * @hidden internal
 */
public record TrainingResult(
        Embedding embedding,
        ResidualMlp decoder,
        double[] losses,
        double seconds,
        double operations,
        TrainingState state) {

    /** The same training with another map and decoder. */
    public TrainingResult with(Embedding map, ResidualMlp network) {
        return new TrainingResult(map, network, losses, seconds, operations, state);
    }

    /** The number of finished epochs. */
    public int epochs() {
        return losses.length;
    }

    /** The mean loss of the last finished epoch, with noise; NaN if no epoch was finished. */
    public double loss() {
        return losses.length == 0 ? Double.NaN : losses[losses.length - 1];
    }
}
