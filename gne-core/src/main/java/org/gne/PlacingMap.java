package org.gne;

import java.util.function.IntConsumer;
import org.gne.data.Samples;
import org.gne.place.Placed;
import org.gne.place.PlacementOptions;

/**
 * Places new rows on a map: finds the coordinates at which the decoder reconstructs each row best. Map and decoder do not change.
 * The coordinates of a row do not depend on the other rows or on the number of threads, bit for bit.
 *
 * <p>Every call of {@code place} decodes the map; a {@link Placer} does so once. A program that places rows again and again, such as
 * a server, makes one placer and keeps it.
 */
public interface PlacingMap {

    /**
     * A placer: places new rows again and again, one by one or many at a time.
     *
     * @param threads the number of threads that decode the map now, and that place rows later, at least 1
     */
    Placer placer(PlacementOptions options, int threads);

    /** A placer with {@link PlacementOptions#defaults} and the threads of this machine. */
    default Placer placer() {
        return placer(PlacementOptions.defaults(), Runtime.getRuntime().availableProcessors());
    }

    /**
     * Places new rows on all threads of this machine.
     *
     * @param rows {@code [n][width]}, in the units of the data; NaN for a missing value
     * @throws IllegalArgumentException if there are no rows, rows have another width than the model, or a value is infinite
     */
    default Placed place(float[][] rows) {
        return placer().place(rows);
    }

    /**
     * Places new rows on all threads of this machine.
     *
     * @param rows {@code [n][width]}, in the units of the data; NaN for a missing value
     * @throws IllegalArgumentException as of {@link Samples#of(double[][])}; if rows have another width than the model, or a
     *     value is infinite
     */
    default Placed place(double[][] rows) {
        return placer().place(Samples.of(rows));
    }

    /** Places new rows on all threads of this machine. */
    default Placed place(Samples rows) {
        return placer().place(rows);
    }

    /**
     * Places new rows with {@link PlacementOptions#defaults}.
     *
     * @see #place(Samples, PlacementOptions, int, IntConsumer)
     */
    default Placed place(Samples rows, int threads) {
        return place(rows, PlacementOptions.defaults(), threads, done -> {});
    }

    /**
     * Places new rows.
     *
     * @param rows rows in the units of the data, with the model's width; NaN for a missing value, which is ignored ({@link
     *     GneModel#impute} fills it in). A row without known values goes to the centre of the map
     * @param listener receives the number of finished rows, on the calling thread
     * @return coordinates and errors, with the limit of the error from the training rows ({@link FitRecord#explainedError})
     * @throws IllegalArgumentException if the rows have another width than the model, or a value is infinite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    default Placed place(Samples rows, PlacementOptions options, int threads, IntConsumer listener) {
        return placer(options, threads).place(rows, threads, listener);
    }
}
