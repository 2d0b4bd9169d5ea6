package org.gne.io;

import java.util.function.Supplier;

/** Takes memory for an input that may be larger than the heap. */
public final class HeapGuard {

    private HeapGuard() {}

    /**
     * One large allocation.
     *
     * @param name of the input it is for
     * @param bytes what the input needs in all
     * @throws InputException if the heap does not hold it
     */
    public static <T> T allocate(String name, long bytes, Supplier<T> allocation) {
        try {
            return allocation.get();
        } catch (OutOfMemoryError e) {
            // A single array did not fit: nothing was taken, and the program is as well as before.
            throw new InputException(
                    name + ": needs " + megabytes(bytes) + " MB of memory, expected less than the Java heap of "
                            + megabytes(Runtime.getRuntime().maxMemory()) + " MB (-Xmx)",
                    e);
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
