package org.gne.train;

import org.gne.nn.AdamOptions;
import org.gne.nn.Loss;

/**
 * How coordinates and decoder are optimised.
 *
 * @param loop epochs, batches, loss, and how the decoder is optimised
 * @param coordinateRate learning rate of the coordinates
 * @param noise standard deviation of the Gaussian noise added to coordinates in training
 * @param start where rows begin
 * @param update which rows a step moves
 * @param coordinateAdam constants of the coordinates' Adam; with {@link Update#VISITED} a step is a row's visit
 * @param search the global search
 * @param neighbors how the neighbours of a row draw it
 * @param centred whether the decoder begins with the mean of the rows everywhere, or with biases of 0
 */
public record TrainingOptions(
        LoopOptions loop,
        Schedule coordinateRate,
        Schedule noise,
        Start start,
        Update update,
        AdamOptions coordinateAdam,
        SearchOptions search,
        NeighborOptions neighbors,
        boolean centred) {

    /** Where rows begin. */
    public enum Start {
        /**
         * In a short layout of neighbours ({@link NeighborLayout}); as {@link #PCA} where neighbours play no part, on maps
         * of other than 2 dimensions, and for a handful of rows.
         */
        NEIGHBORS,
        /** On the first principal components, scaled to standard deviation 1. */
        PCA,
        /** Anywhere, normally distributed with standard deviation 1. */
        RANDOM,
        /** The paper's: uniform in +-0.05. */
        UNIFORM
    }

    /** Which rows a step moves. */
    public enum Update {
        /** The rows of its batch: the work of an epoch is proportional to the rows. */
        VISITED,
        /**
         * All rows, those outside the batch by their momentum, as Keras does it: the work of an epoch grows with the
         * square of the rows.
         */
        DENSE
    }

    /** Passes over all rows. */
    public int epochs() {
        return loop.epochs();
    }

    public TrainingOptions withLoop(LoopOptions value) {
        return new TrainingOptions(
                value, coordinateRate, noise, start, update, coordinateAdam, search, neighbors, centred);
    }

    public TrainingOptions withEpochs(int value) {
        return withLoop(loop.withEpochs(value));
    }

    public TrainingOptions withBatch(int value) {
        return withLoop(loop.withBatch(value));
    }

    public TrainingOptions withLoss(Loss value) {
        return withLoop(loop.withLoss(value));
    }

    public TrainingOptions withDecoderRate(Schedule value) {
        return withLoop(loop.withRate(value));
    }

    public TrainingOptions withCoordinateRate(Schedule value) {
        return new TrainingOptions(loop, value, noise, start, update, coordinateAdam, search, neighbors, centred);
    }

    public TrainingOptions withNoise(Schedule value) {
        return new TrainingOptions(
                loop, coordinateRate, value, start, update, coordinateAdam, search, neighbors, centred);
    }

    public TrainingOptions withStart(Start value) {
        return new TrainingOptions(
                loop, coordinateRate, noise, value, update, coordinateAdam, search, neighbors, centred);
    }

    public TrainingOptions withSearch(SearchOptions value) {
        return new TrainingOptions(
                loop, coordinateRate, noise, start, update, coordinateAdam, value, neighbors, centred);
    }

    public TrainingOptions withNeighbors(NeighborOptions value) {
        return new TrainingOptions(loop, coordinateRate, noise, start, update, coordinateAdam, search, value, centred);
    }

    /** The same, with epochs and batch as they are for so many rows. */
    public TrainingOptions forRows(int rows) {
        return withLoop(loop.forRows(rows));
    }
}
