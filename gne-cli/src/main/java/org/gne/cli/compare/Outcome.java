package org.gne.cli.compare;

import org.gne.quality.MapQuality;
import org.gne.results.Metrics;

/**
 * A method's map and how good it is.
 *
 * @param candidate the method
 * @param map its results
 * @param metrics what {@code metrics.json} says of it
 */
public record Outcome(Candidate candidate, MethodMap map, Metrics metrics) {

    /** How good the map is. */
    public MapQuality quality() {
        return metrics.quality();
    }

    /** Mean loss of the last epoch, noise on; NaN for methods without epochs. */
    public double trainingLoss() {
        return metrics.number(Metrics.TRAINING_LOSS);
    }
}
