package org.gne.cli;

import java.util.Map;

/**
 * A method's map and how good it is.
 *
 * @param candidate the method
 * @param map what it left
 * @param figures all of them, as {@code metrics.json} holds them
 */
record Outcome(Candidate candidate, MethodMap map, Map<String, Object> figures) {

    /** A figure, or NaN where it is absent. */
    double number(String name) {
        return new Metrics(figures).number(name);
    }
}
