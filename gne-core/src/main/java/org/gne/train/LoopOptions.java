package org.gne.train;

import org.gne.nn.AdamOptions;
import org.gne.nn.Loss;

/**
 * What an {@link EpochLoop} can be told: how the decoder is optimised, wherever its codes come from.
 *
 * @param epochs passes over all rows, at least 1
 * @param batch rows per step, at least 1
 * @param loss what is minimised
 * @param rate learning rate of the decoder
 * @param adam constants of the decoder's Adam
 */
public record LoopOptions(int epochs, int batch, Loss loss, Schedule rate, AdamOptions adam) {

    public LoopOptions {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: found " + epochs + ", expected at least 1");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch: found " + batch + ", expected at least 1");
        }
    }

    public LoopOptions withEpochs(int value) {
        return new LoopOptions(value, batch, loss, rate, adam);
    }

    public LoopOptions withBatch(int value) {
        return new LoopOptions(epochs, value, loss, rate, adam);
    }

    public LoopOptions withLoss(Loss value) {
        return new LoopOptions(epochs, batch, value, rate, adam);
    }

    public LoopOptions withRate(Schedule value) {
        return new LoopOptions(epochs, batch, loss, value, adam);
    }
}
