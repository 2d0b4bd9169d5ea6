package org.gne;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how often the state of a fit is saved.
 *
 * @param file the file, replaced each time. It stays after the end of the fit, so that the caller can delete it after
 *     saving the model
 * @param every the shortest time between two checkpoints; zero for one after every epoch
 */
public record CheckpointOptions(Path file, Duration every) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public CheckpointOptions {
        if (every.isNegative()) {
            throw new IllegalArgumentException(
                    "time between checkpoints: found " + every.toSeconds() + " s, expected at least 0");
        }
    }

    /** Every 30 seconds. */
    public static CheckpointOptions to(Path file) {
        return new CheckpointOptions(file, Duration.ofSeconds(30));
    }
}
