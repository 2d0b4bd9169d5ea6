package org.gne.loop;

import org.gne.nn.AdamState;

/**
 * The complete state of a training after whole epochs: enough to continue as if the training had not stopped. Random
 * numbers depend on seed, epoch and row only; components, neighbours and forces are computed again from the rows.
 *
 * @param codes the state of the code source: in GNE the coordinates, row after row
 * @param decoder the parameters of the decoder
 * @param losses {@code [finished epochs]}: the mean loss of each epoch over rows and columns, with noise
 * @param seconds the time since the beginning
 * @param operations the floating-point operations of the matrix products in that time
 */
public record TrainingState(AdamState codes, AdamState decoder, double[] losses, double seconds, double operations) {

    /** The number of finished epochs. */
    public int epochs() {
        return losses.length;
    }
}
