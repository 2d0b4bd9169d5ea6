package org.gne.loop;

import org.gne.nn.AdamOptions;
import org.gne.nn.Loss;

/**
 * Options of an {@link EpochLoop}: how the decoder is optimised, whatever the source of its codes.
 *
 * @param epochs the number of passes over all rows, at least 1
 * @param leastSteps if the epochs have fewer steps than this in total, there are more epochs; 0 for no minimum
 * @param batch the number of rows per step, at least 1
 * @param leastBatches if an epoch has fewer batches than this, batches are smaller, down to 32 rows; 1 for no minimum
 * @param loss the loss to minimise
 * @param rate the learning rate of the decoder
 * @param warmUp the number of first steps in which the learning rate rises linearly, because full steps at the start
 *     can ruin a deep decoder; 0 for none
 * @param adam the constants of the decoder's Adam
 */
public record LoopOptions(
        int epochs,
        int leastSteps,
        int batch,
        int leastBatches,
        Loss loss,
        Schedule rate,
        int warmUp,
        AdamOptions adam) {

    /** Batches never become smaller than this. */
    private static final int FEWEST_ROWS = 32;

    /** Options without a minimum of steps and batches. */
    public LoopOptions(int epochs, int batch, Loss loss, Schedule rate, AdamOptions adam) {
        this(epochs, 0, batch, 1, loss, rate, 0, adam);
    }

    public LoopOptions {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: found " + epochs + ", expected at least 1");
        }
        if (leastSteps < 0 || leastBatches < 1) {
            throw new IllegalArgumentException(
                    "least steps " + leastSteps + " and batches " + leastBatches + ", expected at least 0 and 1");
        }
        if (warmUp < 0) {
            throw new IllegalArgumentException("steps to warm up: found " + warmUp + ", expected at least 0");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch: found " + batch + ", expected at least 1");
        }
    }

    /** The same options with this number of epochs, even if there are few rows. */
    public LoopOptions withEpochs(int value) {
        return new LoopOptions(value, 0, batch, leastBatches, loss, rate, warmUp, adam);
    }

    /** The same options with this number of rows per step, even if there are few rows. */
    public LoopOptions withBatch(int value) {
        return new LoopOptions(epochs, leastSteps, value, 1, loss, rate, warmUp, adam);
    }

    public LoopOptions withLoss(Loss value) {
        return new LoopOptions(epochs, leastSteps, batch, leastBatches, value, rate, warmUp, adam);
    }

    public LoopOptions withRate(Schedule value) {
        return new LoopOptions(epochs, leastSteps, batch, leastBatches, loss, value, warmUp, adam);
    }

    /** The same options with a minimum of steps and batches, so that a decoder also learns few rows. */
    public LoopOptions withLeast(int steps, int batches) {
        return new LoopOptions(epochs, steps, batch, batches, loss, rate, warmUp, adam);
    }

    public LoopOptions withWarmUp(int value) {
        return new LoopOptions(epochs, leastSteps, batch, leastBatches, loss, rate, value, adam);
    }

    /**
     * The learning rate of the decoder.
     *
     * @param progress the finished share of the training, 0 to 1
     * @param step the number of finished steps
     */
    double rate(double progress, long step) {
        return step >= warmUp ? rate.at(progress) : rate.at(progress) * (step + 1) / (warmUp + 1);
    }

    /** The same options with the epochs and the batch for this number of rows, at least 1. */
    public LoopOptions forRows(int rows) {
        int size = Math.min(batch, Math.max(FEWEST_ROWS, rows / leastBatches));
        int steps = (rows + size - 1) / size;
        int passes = Math.max(epochs, (leastSteps + steps - 1) / steps);
        return new LoopOptions(passes, 0, size, 1, loss, rate, warmUp, adam);
    }
}
