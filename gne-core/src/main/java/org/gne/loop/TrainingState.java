package org.gne.loop;

import org.gne.nn.AdamState;

/**
 * All that a training has come to after whole epochs: what it takes to go on as if it had never ended. Random numbers
 * depend on seed, epoch and row alone; components, neighbours and forces are computed anew from the rows.
 *
 * @param codes what the codes come from: in GNE the coordinates, row after row
 * @param decoder the parameters of the decoder
 * @param losses {@code [epochs done]}: mean loss of each epoch over rows and columns, noise on
 * @param seconds time from the beginning
 * @param operations floating-point operations of the matrix products done in that time
 */
public record TrainingState(AdamState codes, AdamState decoder, double[] losses, double seconds, double operations) {

    /** Epochs done. */
    public int epochs() {
        return losses.length;
    }
}
