package org.gne.loop;

import java.util.function.Supplier;
import org.gne.data.Embedding;

/**
 * The progress of a training after an epoch.
 *
 * @param epoch the number of finished epochs, from 1
 * @param epochs the number of all epochs
 * @param loss the mean loss of the epoch over rows and columns, with noise
 * @param moved the number of rows that the global search moved after this epoch, or -1 if there was no search
 * @param rowsPerSecond the number of rows trained per second in this epoch, including the search
 * @param seconds the time since the training began
 * @param startSeconds the time from the beginning to the first of these epochs: neighbours and initial coordinates
 * @param searchSeconds the time of the searches so far
 * @param secondsLeft the estimated time until the end
 * @param state the state of the training; valid only during the call of the listener
 * @param map computes the current map, which takes time if there is an encoder
 */
public record FitProgress(
        int epoch,
        int epochs,
        double loss,
        int moved,
        double rowsPerSecond,
        double seconds,
        double startSeconds,
        double searchSeconds,
        double secondsLeft,
        TrainingState state,
        Supplier<Embedding> map) {

    /** The current map; valid only during the call of the listener. */
    public Embedding embedding() {
        return map.get();
    }
}
