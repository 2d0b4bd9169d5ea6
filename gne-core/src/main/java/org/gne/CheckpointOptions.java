package org.gne;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a fit keeps what it has come to, and how often.
 *
 * @param file written anew each time, whole or not at all; it stays where it is when the fit ends, for whoever saves the
 *     model to delete then
 * @param every least time from one writing to the next; zero for after every epoch
 */
public record CheckpointOptions(Path file, Duration every) {

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
