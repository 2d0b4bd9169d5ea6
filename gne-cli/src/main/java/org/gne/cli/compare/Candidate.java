package org.gne.cli.compare;

import org.gne.kernel.Parallel;

/**
 * A method as a comparison runs it.
 *
 * @param name of its folder and of its figures in {@code metrics.json}
 * @param title what people call it
 * @param fit how it learns a map
 */
public record Candidate(String name, String title, Fit fit) {

    /** Learns a map. */
    @FunctionalInterface
    public interface Fit {
        MethodMap of(Setup setup, Parallel parallel, MethodProgress progress);
    }
}
