package org.gne.kernel;

import static org.gne.kernel.Kernel.RUN;
import static org.gne.kernel.VectorTiles.L;
import static org.gne.kernel.VectorTiles.S;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Weighted sums over runs of 3 adjacent rows of a table whose rows have 8 floats, the usual width. Parameters are those
 * of {@link Kernel#gather} and {@link Kernel#scatterAdd}.
 *
 * <p>A vector of 16 floats holds two rows of a run; of the vector with the third row only the lower half counts. No
 * vectors of another length than {@link VectorTiles#S} are used: as soon as there are two lengths in a process, the
 * compiler no longer knows the class of a vector, and allocates objects for vectors in all kernels.
 */
final class VectorTables {

    private VectorTables() {}

    /** The number of floats of a row of the table. */
    private static final int WIDTH = 8;

    /** The upper half of a vector. */
    private static final VectorMask<Float> UPPER = upper();

    private static final VectorShuffle<Float> SWAP_HALVES = VectorShuffle.fromOp(S, i -> (i + L / 2) % L);

    private static final VectorShuffle<Float> LOWER_TWICE = VectorShuffle.fromOp(S, i -> i % (L / 2));

    private static VectorMask<Float> upper() {
        boolean[] bits = new boolean[L];
        Arrays.fill(bits, L / 2, L, true);
        return VectorMask.fromArray(S, bits, 0);
    }

    /**
     * The number of rows, from the first on, that vectors can compute: they read and write whole vectors, which may not
     * reach beyond the end of an array.
     */
    static int whole(int rows, int runs, int n, int[] at, float[] table, float[] x, int x0, int xRow) {
        if (n != WIDTH || L > 2 * WIDTH) {
            return 0;
        }
        if (L <= WIDTH) {
            return rows;
        }
        int last = 0;
        for (int r = 0; r < rows * runs; r++) {
            last = Math.max(last, at[r]);
        }
        if (last + 2 * L > table.length) {
            return 0;
        }
        int within = rows;
        while (within > 0 && x0 + (within - 1) * xRow + L > x.length) {
            within--;
        }
        return within;
    }

    static void gather(int rows, int runs, int[] at, float[] w, float[] table, float[] y, int y0, int yRow) {
        for (int i = 0; i < rows; i++) {
            if (L > WIDTH) {
                sumPairs(i * runs, runs, at, w, table, y, y0 + i * yRow);
            } else {
                for (int j = 0; j < WIDTH; j += L) {
                    sum(i * runs, runs, at, w, table, j, y, y0 + i * yRow + j);
                }
            }
        }
    }

    private static void sum(int from, int runs, int[] at, float[] w, float[] table, int j, float[] y, int to) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        for (int r = from; r < from + runs; r++) {
            int row = at[r] + j;
            s0 = FloatVector.fromArray(S, table, row).fma(FloatVector.broadcast(S, w[r * RUN]), s0);
            s1 = FloatVector.fromArray(S, table, row + WIDTH).fma(FloatVector.broadcast(S, w[r * RUN + 1]), s1);
            s2 = FloatVector.fromArray(S, table, row + 2 * WIDTH).fma(FloatVector.broadcast(S, w[r * RUN + 2]), s2);
        }
        s0.add(s1).add(s2).intoArray(y, to);
    }

    private static void sumPairs(int from, int runs, int[] at, float[] w, float[] table, float[] y, int to) {
        FloatVector pair = FloatVector.zero(S);
        FloatVector third = FloatVector.zero(S);
        for (int r = from; r < from + runs; r++) {
            FloatVector weights = FloatVector.broadcast(S, w[r * RUN]).blend(w[r * RUN + 1], UPPER);
            pair = FloatVector.fromArray(S, table, at[r]).fma(weights, pair);
            third = FloatVector.fromArray(S, table, at[r] + L).fma(FloatVector.broadcast(S, w[r * RUN + 2]), third);
        }
        FloatVector sum = pair.add(pair.rearrange(SWAP_HALVES)).add(third);
        sum.blend(FloatVector.fromArray(S, y, to), UPPER).intoArray(y, to);
    }

    static void scatterAdd(int rows, int runs, int[] at, float[] w, float[] x, int x0, int xRow, float[] table) {
        for (int i = 0; i < rows; i++) {
            if (L > WIDTH) {
                addPairs(i * runs, runs, at, w, x, x0 + i * xRow, table);
            } else {
                for (int j = 0; j < WIDTH; j += L) {
                    add(i * runs, runs, at, w, x, x0 + i * xRow + j, table, j);
                }
            }
        }
    }

    private static void add(int from, int runs, int[] at, float[] w, float[] x, int x0, float[] table, int j) {
        FloatVector value = FloatVector.fromArray(S, x, x0);
        for (int r = from; r < from + runs; r++) {
            for (int k = 0; k < RUN; k++) {
                int to = at[r] + k * WIDTH + j;
                value.fma(FloatVector.broadcast(S, w[r * RUN + k]), FloatVector.fromArray(S, table, to))
                        .intoArray(table, to);
            }
        }
    }

    /** The upper half of the third vector adds -0, which changes nothing: 0 would change -0. */
    private static void addPairs(int from, int runs, int[] at, float[] w, float[] x, int x0, float[] table) {
        FloatVector value = FloatVector.fromArray(S, x, x0);
        FloatVector both = value.rearrange(LOWER_TWICE);
        FloatVector once = value.blend(-0f, UPPER);
        for (int r = from; r < from + runs; r++) {
            int to = at[r];
            FloatVector weights = FloatVector.broadcast(S, w[r * RUN]).blend(w[r * RUN + 1], UPPER);
            both.fma(weights, FloatVector.fromArray(S, table, to)).intoArray(table, to);
            once.fma(FloatVector.broadcast(S, w[r * RUN + 2]), FloatVector.fromArray(S, table, to + L))
                    .intoArray(table, to + L);
        }
    }
}
