package org.gne.cli.compare;

import java.util.Map;
import org.gne.cli.output.Metrics;

/**
 * A method's map and how good it is.
 *
 * @param candidate the method
 * @param map what it left
 * @param figures all of them, as {@code metrics.json} holds them
 */
public record Outcome(Candidate candidate, MethodMap map, Map<String, Object> figures) {

    /** A figure, or NaN where it is absent. */
    public double number(String name) {
        return new Metrics(figures).number(name);
    }
}
