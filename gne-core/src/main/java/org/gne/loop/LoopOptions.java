package org.gne.loop;

import org.gne.nn.AdamOptions;

/**
 * Options of an {@link EpochLoop}: how the decoder is optimised, whatever the source of its codes.
 *
 * @param epochs the number of passes over all rows, at least 1
 * @param leastSteps the minimum number of steps: if the epochs have fewer, there are more epochs; 0 for no minimum
 * @param stepsPerRow lowers the minimum for very few rows, to 200 plus this many for each row; 0 not to lower it
 * @param batch the number of rows per step, at least 1
 * @param leastBatches the minimum number of batches of an epoch: if there are fewer, batches are smaller, down to 32
 *     rows; 1 for no minimum
 * @param scaledRate whether the rate falls with the square root of smaller batches of few rows; not in 0.1
 * @param rate the learning rate of the decoder, for batches of {@code batch} rows
 * @param warmUp the number of first steps over which the learning rate rises linearly, because a deep decoder can
 *     diverge at the full rate; 0 for none
 * @param adam the constants of the decoder's Adam
 */
public record LoopOptions(
        int epochs,
        int leastSteps,
        int stepsPerRow,
        int batch,
        int leastBatches,
        boolean scaledRate,
        Schedule rate,
        int warmUp,
        AdamOptions adam) {

    /** Batches never become smaller than this. */
    private static final int FEWEST_ROWS = 32;

    /** The minimum of steps without any row; {@link #stepsPerRow} are added for each row. */
    private static final int FIRST_STEPS = 200;

    /** Options with the same epochs and batches for few rows as for many. */
    public LoopOptions(int epochs, int batch, Schedule rate, AdamOptions adam) {
        this(epochs, 0, 0, batch, 1, false, rate, 0, adam);
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public LoopOptions {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: found " + epochs + ", expected at least 1");
        }
        if (leastSteps < 0 || stepsPerRow < 0 || leastBatches < 1) {
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
        return new LoopOptions(value, 0, 0, batch, leastBatches, scaledRate, rate, warmUp, adam);
    }

    /** The same options with a share of the epochs, and of the steps that few rows need at least. */
    public LoopOptions shorter(int share) {
        return new LoopOptions(
                Math.max(1, (epochs + share - 1) / share),
                leastSteps / share,
                stepsPerRow == 0 ? 0 : Math.max(1, stepsPerRow / share),
                batch,
                leastBatches,
                scaledRate,
                rate,
                warmUp,
                adam);
    }

    /** The same options with this number of rows per step, even if there are few rows. */
    public LoopOptions withBatch(int value) {
        return new LoopOptions(epochs, leastSteps, stepsPerRow, value, 1, scaledRate, rate, warmUp, adam);
    }

    /** The same options with another learning rate of the decoder. */
    public LoopOptions withRate(Schedule value) {
        return new LoopOptions(epochs, leastSteps, stepsPerRow, batch, leastBatches, scaledRate, value, warmUp, adam);
    }

    /** The same options with a minimum of steps and batches, so that a decoder also learns few rows. */
    public LoopOptions withLeast(int steps, int perRow, int batches) {
        return new LoopOptions(epochs, steps, perRow, batch, batches, true, rate, warmUp, adam);
    }

    /** The same options with another number of steps to warm up, at least 0. */
    public LoopOptions withWarmUp(int value) {
        return new LoopOptions(epochs, leastSteps, stepsPerRow, batch, leastBatches, scaledRate, rate, value, adam);
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

    /**
     * The same options with the epochs, the batch and the rate for this number of rows, at least 1. A rate falls with
     * the square root of a smaller batch (Malladi et al. 2022, for Adam): the gradients of few rows agree with each
     * other, and at the full rate a decoder of some hundred nearly equal rows diverges.
     */
    public LoopOptions forRows(int rows) {
        return forRows(rows, 1);
    }

    /**
     * The same for rows that need fewer steps.
     *
     * @param share the factor of the minimum of steps, above 0 to 1
     */
    public LoopOptions forRows(int rows, double share) {
        int size = Math.min(batch, Math.max(FEWEST_ROWS, rows / leastBatches));
        int steps = (rows + size - 1) / size;
        int least = stepsPerRow == 0 ? leastSteps : (int) Math.min(leastSteps, FIRST_STEPS + (long) stepsPerRow * rows);
        least = (int) (share * least);
        int passes = Math.max(epochs, (least + steps - 1) / steps);
        Schedule own = scaledRate ? rate.times(Math.sqrt((double) size / batch)) : rate;
        return new LoopOptions(passes, 0, 0, size, 1, false, own, warmUp, adam);
    }
}
