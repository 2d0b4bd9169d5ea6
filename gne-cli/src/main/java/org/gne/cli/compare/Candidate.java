package org.gne.cli.compare;

import org.gne.kernel.Parallel;

/**
 * A method in a comparison.
 *
 * @param name the name of its folder and of its entry in {@code metrics.json}
 * @param title the usual name of the method
 * @param fit fits a map
 */
public record Candidate(String name, String title, Fit fit) {

    /** Fits a map. */
    @FunctionalInterface
    public interface Fit {
        MethodMap of(Setup setup, Parallel parallel, MethodProgress progress);
    }
}
