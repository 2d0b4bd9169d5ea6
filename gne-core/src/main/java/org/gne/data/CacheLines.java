package org.gne.data;

/**
 * Prefetches rows that are read next. They lie anywhere in memory, and loading each of their cache lines takes as long
 * as a hundred operations. Here all loads start before the first one is needed.
 */
final class CacheLines {

    private CacheLines() {}

    private static final int BYTES = 64;

    private static final int FLOATS = BYTES / Float.BYTES;

    /** The processor prefetches longer rows by itself, and many of them would not stay in the cache. */
    private static final int LONGEST = 8192;

    /**
     * Reads a byte of each cache line of a row, and writes it to where the row will be written later: a load whose
     * value is not used would be removed.
     */
    static void touch(byte[] x, int x0, int n, float[] out, int at) {
        if (n <= LONGEST) {
            for (int j = 0; j < n; j += BYTES) {
                out[at + j] = x[x0 + j];
            }
        }
    }

    /** The same for floats. */
    static void touch(float[] x, int x0, int n, float[] out, int at) {
        if (n <= LONGEST / Float.BYTES) {
            for (int j = 0; j < n; j += FLOATS) {
                out[at + j] = x[x0 + j];
            }
        }
    }
}
