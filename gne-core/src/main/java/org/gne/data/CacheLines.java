package org.gne.data;

/**
 * Asks for rows that are read next. Where they lie in memory is anybody's guess, and each of their cache lines takes as
 * long as a hundred operations to come: here they are all asked for before the first is waited for.
 */
final class CacheLines {

    private CacheLines() {}

    private static final int BYTES = 64;

    private static final int FLOATS = BYTES / Float.BYTES;

    /** Longer rows are fetched ahead by the processor itself, and many of them would not stay. */
    private static final int LONGEST = 8192;

    /**
     * Reads a byte of each line of a row, and leaves it where the row itself will go: a load whose value nobody uses would be
     * left out.
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
