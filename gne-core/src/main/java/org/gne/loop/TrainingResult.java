package org.gne.loop;

import org.gne.data.Embedding;
import org.gne.nn.ResidualMlp;

/**
 * What a training leaves.
 *
 * @param embedding one point per row
 * @param decoder the trained decoder
 * @param losses {@code [epochs done]}: mean loss of each whole epoch over rows and columns, noise on
 * @param seconds time from the beginning
 * @param operations floating-point operations of the matrix products done in that time
 * @param state after the last whole epoch, to go on from; embedding and decoder are ahead of it where one was cut short
 */
public record TrainingResult(
        Embedding embedding,
        ResidualMlp decoder,
        double[] losses,
        double seconds,
        double operations,
        TrainingState state) {

    /** Epochs done. */
    public int epochs() {
        return losses.length;
    }

    /** Mean loss of the last whole epoch, noise on; NaN if none was completed. */
    public double loss() {
        return losses.length == 0 ? Double.NaN : losses[losses.length - 1];
    }
}
