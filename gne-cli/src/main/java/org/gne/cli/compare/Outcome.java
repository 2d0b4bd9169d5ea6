package org.gne.cli.compare;

import java.util.Map;
import org.gne.cli.output.Metrics;

/**
 * A method's map and how good it is.
 *
 * @param candidate the method
 * @param map its results
 * @param figures all figures, under their names in {@code metrics.json}
 */
public record Outcome(Candidate candidate, MethodMap map, Map<String, Object> figures) {

    /** A figure, or NaN if it is absent. */
    public double number(String name) {
        return new Metrics(figures).number(name);
    }
}
