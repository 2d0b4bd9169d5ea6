package org.gne.io;

import java.util.function.Supplier;

/**
 * Allocates memory for an input that may be larger than the heap.
 *
 * @hidden internal
 */
public final class HeapGuard {

    private HeapGuard() {}

    /**
     * Runs one large allocation.
     *
     * @param name the name of the input, for the message
     * @param bytes the total memory that the input needs
     * @throws InputException if it does not fit into the heap
     */
    public static <T> T allocate(String name, long bytes, Supplier<T> allocation) {
        try {
            return allocation.get();
        } catch (OutOfMemoryError e) {
            // A single array did not fit: nothing was allocated, and the program can go on.
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
