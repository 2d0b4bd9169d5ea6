package org.gne.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs work on a thread with a large stack, because the database recurses for every level of a query and of nested values. */
final class LargeStack {

    /** Address space; memory is used only as far as the stack grows. */
    private static final long BYTES = 1L << 28;

    private LargeStack() {}

    /** Work that may fail. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Runs work and waits for it. */
    static <T> T run(Work<T> work) throws IOException {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.set(work.run());
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                },
                "gne-sql",
                BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // The work itself decides what an interruption means.
                interrupted = true;
                thread.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.get();
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof UncheckedIOException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        return Objects.requireNonNull(result.get());
    }
}
