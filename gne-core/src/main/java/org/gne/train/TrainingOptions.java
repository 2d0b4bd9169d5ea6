package org.gne.train;

import org.gne.data.Schema;
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
 * @param start the initial coordinates
 * @param coordinates how the coordinates of the rows are optimised
 * @param search the global search
 * @param neighbors how the neighbours of a row attract it
 * @param centred whether the decoder starts with the mean of the rows everywhere, or with biases of 0
 * @param seconds the time that a training should take, in seconds, which decides the number of epochs ({@link EpochsInTime});
 *     0 to train the epochs of {@code loop}
 */
public record TrainingOptions(
        LoopOptions loop,
        Start start,
        CoordinateOptions coordinates,
        SearchOptions search,
        NeighborOptions neighbors,
        boolean centred,
        double seconds) {

    /** With more epochs than this, not every one is followed by a search. */
    private static final int SEARCHES = 80;

    /** The factor of the minimum of steps for rows of many counts. */
    private static final double STEPS_OF_COUNTS = 0.2;

    /** The initial coordinates. */
    public enum Start {
        /**
         * A short layout of neighbours ({@link NeighborLayout}). The same as {@link #PCA} if neighbours are not used,
         * the map does not have 2 dimensions, or there are very few rows.
         */
        NEIGHBORS,
        /** The first principal components, scaled to a standard deviation of 1. */
        PCA,
        /** Random, normally distributed with a standard deviation of 1. */
        RANDOM,
        /** Random, uniform in +-0.05, as in the paper. */
        UNIFORM
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the time is not a number of at least 0
     */
    public TrainingOptions {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("time: found " + seconds + " seconds, expected a number of at least 0");
        }
    }

    /** The number of passes over all rows. */
    public int epochs() {
        return loop.epochs();
    }

    /** The same options with other epochs and batches, and another optimisation of the decoder. */
    public TrainingOptions withLoop(LoopOptions value) {
        return new TrainingOptions(value, start, coordinates, search, neighbors, centred, seconds);
    }

    /** The same options with another number of passes over all rows, at least 1, even if there are few rows. */
    public TrainingOptions withEpochs(int value) {
        return withLoop(loop.withEpochs(value)).withSeconds(0);
    }

    /**
     * The same options with a time instead of a number of epochs.
     *
     * @param value the time in seconds, above 0; 0 for the number of epochs
     */
    public TrainingOptions withSeconds(double value) {
        return new TrainingOptions(loop, start, coordinates, search, neighbors, centred, value);
    }

    /** The same options with another number of rows per step, at least 1, even if there are few rows. */
    public TrainingOptions withBatch(int value) {
        return withLoop(loop.withBatch(value));
    }

    /** The same options with another learning rate of the decoder. */
    public TrainingOptions withDecoderRate(Schedule value) {
        return withLoop(loop.withRate(value));
    }

    /** The same options with other initial coordinates. */
    public TrainingOptions withStart(Start value) {
        return new TrainingOptions(loop, value, coordinates, search, neighbors, centred, seconds);
    }

    /** The same options with another optimisation of the coordinates. */
    public TrainingOptions withCoordinates(CoordinateOptions value) {
        return new TrainingOptions(loop, start, value, search, neighbors, centred, seconds);
    }

    /** The same options with another learning rate of the coordinates. */
    public TrainingOptions withCoordinateRate(Schedule value) {
        return withCoordinates(coordinates.withRate(value));
    }

    /** The same options with another standard deviation of the noise on the coordinates, in map units. */
    public TrainingOptions withNoise(Schedule value) {
        return withCoordinates(coordinates.withNoise(value));
    }

    /** The same options with another global search; {@link SearchOptions#OFF} turns it off. */
    public TrainingOptions withSearch(SearchOptions value) {
        return new TrainingOptions(loop, start, coordinates, value, neighbors, centred, seconds);
    }

    /** The same options with other forces between neighbours; {@link NeighborOptions#OFF} turns them off. */
    public TrainingOptions withNeighbors(NeighborOptions value) {
        return new TrainingOptions(loop, start, coordinates, search, value, centred, seconds);
    }

    /**
     * The options for a number of rows. Few rows have more epochs with few steps each; the number of searches does not
     * rise, and they have fewer cells.
     */
    public TrainingOptions forRows(int rows) {
        return forRows(loop.forRows(rows), rows);
    }

    /**
     * The options for a number of rows of a kind. With many counts in a row, a decoder has learnt what is not chance after a fifth of
     * the steps.
     *
     * @param schema the kind of the rows
     */
    public TrainingOptions forRows(int rows, Schema schema) {
        return forRows(loop.forRows(rows, schema.isManyCounts() ? STEPS_OF_COUNTS : 1), rows);
    }

    private TrainingOptions forRows(LoopOptions own, int rows) {
        return withLoop(own).withSearch(search.forRows(rows, own.epochs() / SEARCHES));
    }
}
