package org.gne.loop;

import java.util.function.Supplier;
import org.gne.data.Embedding;

/**
 * How far a training is, after an epoch.
 *
 * @param epoch epochs done, from 1
 * @param epochs epochs in all
 * @param loss mean loss of the epoch over rows and columns, noise on
 * @param moved rows that the global search has put elsewhere after this epoch, or -1 where there was none
 * @param rowsPerSecond rows trained per second in this epoch, search included
 * @param seconds since the training began
 * @param secondsLeft estimated time to the end
 * @param state all that the training has come to: valid during the call of the listener only
 * @param map gives the map as it is, which an encoder takes a while to make
 */
public record FitProgress(
        int epoch,
        int epochs,
        double loss,
        int moved,
        double rowsPerSecond,
        double seconds,
        double secondsLeft,
        TrainingState state,
        Supplier<Embedding> map) {

    /** The map as it is: valid during the call of the listener only. */
    public Embedding embedding() {
        return map.get();
    }
}
