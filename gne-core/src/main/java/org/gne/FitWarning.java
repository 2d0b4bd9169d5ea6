package org.gne;

import java.util.Locale;
import org.gne.quality.Explained;
import org.jspecify.annotations.Nullable;

/** Finds out whether a fit went wrong although its map may look good. */
final class FitWarning {

    /** A last loss of this many times the lowest one has risen; noise and late searches change it less. */
    private static final double RISEN = 2;

    /** A loss below this share of that of a constant has not risen, however much lower it was before. */
    private static final double SMALL = 0.001;

    private FitWarning() {}

    /** A warning in one line, or null. */
    static @Nullable String of(FitRecord record, Explained explained) {
        if (explained.total() <= 0) {
            return String.format(
                    Locale.ROOT,
                    "the decoder explains nothing of the rows (explained %.3f, a constant has 0): samples, errors and coordinates of"
                            + " new rows are useless. More epochs or another scaling may help",
                    explained.total());
        }
        if (record.trainingLoss() > RISEN * record.lowestLoss()
                && !(record.trainingLoss() < SMALL * explained.nullError())) {
            return String.format(
                    Locale.ROOT,
                    "the loss ended at %.4g after it had been as low as %.4g: lower learning rates or more epochs may help",
                    record.trainingLoss(),
                    record.lowestLoss());
        }
        return null;
    }
}
