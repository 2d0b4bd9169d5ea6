package org.gne.train;

import org.gne.layout.CoordinateOptions;
import org.gne.layout.NeighborLayout;
import org.gne.layout.NeighborOptions;
import org.gne.loop.LoopOptions;
import org.gne.loop.Schedule;
import org.gne.search.SearchOptions;

/**
 * How coordinates and decoder are optimised.
 *
 * @param loop epochs, batches, loss, and how the decoder is optimised
 * @param start where rows begin
 * @param coordinates how the coordinates of the rows are optimised
 * @param search the global search
 * @param neighbors how the neighbours of a row draw it
 * @param centred whether the decoder begins with the mean of the rows everywhere, or with biases of 0
 */
public record TrainingOptions(
        LoopOptions loop,
        Start start,
        CoordinateOptions coordinates,
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

    /** Passes over all rows. */
    public int epochs() {
        return loop.epochs();
    }

    public TrainingOptions withLoop(LoopOptions value) {
        return new TrainingOptions(value, start, coordinates, search, neighbors, centred);
    }

    public TrainingOptions withEpochs(int value) {
        return withLoop(loop.withEpochs(value));
    }

    public TrainingOptions withBatch(int value) {
        return withLoop(loop.withBatch(value));
    }

    public TrainingOptions withDecoderRate(Schedule value) {
        return withLoop(loop.withRate(value));
    }

    public TrainingOptions withStart(Start value) {
        return new TrainingOptions(loop, value, coordinates, search, neighbors, centred);
    }

    public TrainingOptions withCoordinates(CoordinateOptions value) {
        return new TrainingOptions(loop, start, value, search, neighbors, centred);
    }

    public TrainingOptions withCoordinateRate(Schedule value) {
        return withCoordinates(coordinates.withRate(value));
    }

    public TrainingOptions withNoise(Schedule value) {
        return withCoordinates(coordinates.withNoise(value));
    }

    public TrainingOptions withSearch(SearchOptions value) {
        return new TrainingOptions(loop, start, coordinates, value, neighbors, centred);
    }

    public TrainingOptions withNeighbors(NeighborOptions value) {
        return new TrainingOptions(loop, start, coordinates, search, value, centred);
    }

    /** The same, with epochs and batch as they are for so many rows. */
    public TrainingOptions forRows(int rows) {
        return withLoop(loop.forRows(rows));
    }
}
