package org.gne.cli.input;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Threads and messages of a command that works on many rows. */
public final class WorkSettings {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Number of threads; it changes the time, never the result; default: all processors.")
    private @Nullable Integer threads;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors only.")
    private boolean quiet;

    /**
     * The number of threads.
     *
     * @throws IllegalArgumentException if it is less than 1
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
