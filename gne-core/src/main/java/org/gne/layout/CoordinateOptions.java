package org.gne.layout;

import org.gne.loop.Schedule;
import org.gne.nn.AdamOptions;

/**
 * How the coordinates of the rows are optimised.
 *
 * @param rate the learning rate of the coordinates
 * @param noise the standard deviation of the Gaussian noise that is added to coordinates in training, in map units
 * @param update the rows that a step moves
 * @param adam the constants of the coordinates' Adam; with {@link Update#VISITED}, a step is one visit of a row
 */
public record CoordinateOptions(Schedule rate, Schedule noise, Update update, AdamOptions adam) {

    /** The rows that a step moves. */
    public enum Update {
        /** The rows of its batch: the work of an epoch is proportional to the rows. */
        VISITED,
        /**
         * All rows: rows outside the batch move by their momentum, as in Keras. The work of an epoch grows with the
         * square of the rows.
         */
        DENSE
    }

    /** The same options with another learning rate of the coordinates. */
    public CoordinateOptions withRate(Schedule value) {
        return new CoordinateOptions(value, noise, update, adam);
    }

    /** The same options with another standard deviation of the noise, in map units. */
    public CoordinateOptions withNoise(Schedule value) {
        return new CoordinateOptions(rate, value, update, adam);
    }
}
