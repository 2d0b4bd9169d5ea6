package org.gne.layout;

import org.gne.loop.Schedule;
import org.gne.nn.AdamOptions;

/**
 * How the coordinates of the rows are optimised.
 *
 * @param rate learning rate of the coordinates
 * @param noise standard deviation of the Gaussian noise added to coordinates in training
 * @param update which rows a step moves
 * @param adam constants of the coordinates' Adam; with {@link Update#VISITED} a step is a row's visit
 */
public record CoordinateOptions(Schedule rate, Schedule noise, Update update, AdamOptions adam) {

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

    public CoordinateOptions withRate(Schedule value) {
        return new CoordinateOptions(value, noise, update, adam);
    }

    public CoordinateOptions withNoise(Schedule value) {
        return new CoordinateOptions(rate, value, update, adam);
    }
}
