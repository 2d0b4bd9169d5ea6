package org.gne.cli.input;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command that works through rows goes about it. */
public final class WorkSettings {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads at work; they change the time, never the result; default: all processors.")
    private @Nullable Integer threads;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but errors.")
    private boolean quiet;

    /**
     * Threads at work.
     *
     * @throws IllegalArgumentException if fewer than 1 are asked for
     */
    public int threads() {
        if (threads == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (threads < 1) {
            throw new IllegalArgumentException("--threads: found " + threads + ", expected at least 1");
        }
        return threads;
    }

    public boolean quiet() {
        return quiet;
    }
}
