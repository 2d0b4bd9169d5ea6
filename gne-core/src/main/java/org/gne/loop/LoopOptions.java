package org.gne.loop;

import org.gne.nn.AdamOptions;

/**
 * What an {@link EpochLoop} can be told: how the decoder is optimised, wherever its codes come from.
 *
 * @param epochs passes over all rows, at least 1
 * @param leastSteps where so many epochs have fewer steps, there are more epochs; 0 for the epochs as they are
 * @param batch rows per step, at least 1
 * @param leastBatches where an epoch has fewer batches, they are smaller, down to 32 rows; 1 for batches as they are
 * @param rate learning rate of the decoder
 * @param warmUp first steps, over which that rate is reached in equal parts: a deep decoder is thrown off by full ones; 0
 *     for none
 * @param adam constants of the decoder's Adam
 */
public record LoopOptions(
        int epochs, int leastSteps, int batch, int leastBatches, Schedule rate, int warmUp, AdamOptions adam) {

    /** Batches are not made smaller than this. */
    private static final int FEWEST_ROWS = 32;

    /** Epochs and batches of few rows are as those of many. */
    public LoopOptions(int epochs, int batch, Schedule rate, AdamOptions adam) {
        this(epochs, 0, batch, 1, rate, 0, adam);
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

    /** So many epochs, however few rows there are. */
    public LoopOptions withEpochs(int value) {
        return new LoopOptions(value, 0, batch, leastBatches, rate, warmUp, adam);
    }

    /** So many rows per step, however few there are. */
    public LoopOptions withBatch(int value) {
        return new LoopOptions(epochs, leastSteps, value, 1, rate, warmUp, adam);
    }

    public LoopOptions withRate(Schedule value) {
        return new LoopOptions(epochs, leastSteps, batch, leastBatches, value, warmUp, adam);
    }

    /** The same where there are few rows: enough steps for a decoder to learn them. */
    public LoopOptions withLeast(int steps, int batches) {
        return new LoopOptions(epochs, steps, batch, batches, rate, warmUp, adam);
    }

    public LoopOptions withWarmUp(int value) {
        return new LoopOptions(epochs, leastSteps, batch, leastBatches, rate, value, adam);
    }

    /**
     * The decoder's learning rate.
     *
     * @param progress share of the training done, 0 to 1
     * @param step steps done
     */
    double rate(double progress, long step) {
        return step >= warmUp ? rate.at(progress) : rate.at(progress) * (step + 1) / (warmUp + 1);
    }

    /** With the epochs and the batch that so many rows, at least 1, get. */
    public LoopOptions forRows(int rows) {
        int size = Math.min(batch, Math.max(FEWEST_ROWS, rows / leastBatches));
        int steps = (rows + size - 1) / size;
        int passes = Math.max(epochs, (leastSteps + steps - 1) / steps);
        return new LoopOptions(passes, 0, size, 1, rate, warmUp, adam);
    }
}
