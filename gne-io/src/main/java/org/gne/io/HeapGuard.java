package org.gne.io;

import java.util.function.Supplier;

/** Takes memory for an input that may be larger than the heap. */
final class HeapGuard {

    private HeapGuard() {}

    /**
     * One large allocation.
     *
     * @param name of the input it is for
     * @param bytes its size
     * @throws InputException if the heap does not hold it
     */
    static <T> T allocate(String name, long bytes, Supplier<T> allocation) {
        try {
            return allocation.get();
        } catch (OutOfMemoryError e) {
            // A single array did not fit: nothing was taken, and the program is as well as before.
            throw new InputException(
                    name + ": needs " + megabytes(bytes) + " MB at once, expected less: the Java heap holds "
                            + megabytes(Runtime.getRuntime().maxMemory()) + " MB (-Xmx)",
                    e);
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
