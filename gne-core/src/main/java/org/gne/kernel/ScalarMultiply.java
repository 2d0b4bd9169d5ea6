package org.gne.kernel;

import java.util.Arrays;

/**
 * The matrix product in plain Java. The compiler turns a loop into vector instructions only if all its arrays are read from the
 * same index, and the array that is written is known to be no other: so rows of B are copied to arrays of their own, and each row of
 * C to a new one. Each pass over the row of C adds 8 products.
 */
final class ScalarMultiply {

    /** The number of columns that are computed together. */
    private static final int COLUMNS = 1024;

    /** The number of rows of B that are copied together. */
    private static final int DEPTH = 64;

    /** For fewer rows of A, or fewer columns, the copies cost more than they gain. */
    private static final int LEAST = 4;

    private static final ThreadLocal<ScalarMultiply> OWN = ThreadLocal.withInitial(ScalarMultiply::new);

    private final float[][] b = new float[DEPTH][COLUMNS];

    private ScalarMultiply() {}

    /** See {@link Kernel#multiplyAdd}. */
    static void multiplyAdd(
            int m,
            int n,
            int k,
            float[] a,
            int a0,
            int aRow,
            int aColumn,
            float[] b,
            int b0,
            int bRow,
            float[] c,
            int c0,
            int cRow) {
        if (m < LEAST || n < LEAST) {
            for (int i = 0; i < m; i++) {
                for (int p = 0; p < k; p++) {
                    axpy(n, a[a0 + i * aRow + p * aColumn], b, b0 + p * bRow, c, c0 + i * cRow);
                }
            }
            return;
        }
        ScalarMultiply own = OWN.get();
        for (int j = 0; j < n; j += COLUMNS) {
            int columns = Math.min(COLUMNS, n - j);
            for (int p = 0; p < k; p += DEPTH) {
                int depth = Math.min(DEPTH, k - p);
                own.copy(depth, columns, b, b0 + p * bRow + j, bRow);
                for (int i = 0; i < m; i++) {
                    own.row(columns, depth, a, a0 + i * aRow + p * aColumn, aColumn, c, c0 + i * cRow + j);
                }
            }
        }
    }

    /** {@code y = fma(factor, x, y)} over n elements. */
    static void axpy(int n, float factor, float[] x, int x0, float[] y, int y0) {
        for (int j = 0; j < n; j++) {
            y[y0 + j] = Math.fma(factor, x[x0 + j], y[y0 + j]);
        }
    }

    private void copy(int depth, int n, float[] from, int from0, int fromRow) {
        for (int p = 0; p < depth; p++) {
            System.arraycopy(from, from0 + p * fromRow, b[p], 0, n);
        }
    }

    /** One row of C. */
    private void row(int n, int depth, float[] a, int a0, int aColumn, float[] to, int to0) {
        float[] c = Arrays.copyOfRange(to, to0, to0 + n);
        int p = 0;
        for (; p + 8 <= depth; p += 8) {
            add(
                    n,
                    a,
                    a0 + p * aColumn,
                    aColumn,
                    b[p],
                    b[p + 1],
                    b[p + 2],
                    b[p + 3],
                    b[p + 4],
                    b[p + 5],
                    b[p + 6],
                    b[p + 7],
                    c);
        }
        for (; p < depth; p++) {
            add(n, a[a0 + p * aColumn], b[p], c);
        }
        System.arraycopy(c, 0, to, to0, n);
    }

    private static void add(int n, float factor, float[] x, float[] y) {
        for (int j = 0; j < n; j++) {
            y[j] = Math.fma(factor, x[j], y[j]);
        }
    }

    private static void add(
            int n,
            float[] a,
            int a0,
            int step,
            float[] x0,
            float[] x1,
            float[] x2,
            float[] x3,
            float[] x4,
            float[] x5,
            float[] x6,
            float[] x7,
            float[] y) {
        float f0 = a[a0];
        float f1 = a[a0 + step];
        float f2 = a[a0 + 2 * step];
        float f3 = a[a0 + 3 * step];
        float f4 = a[a0 + 4 * step];
        float f5 = a[a0 + 5 * step];
        float f6 = a[a0 + 6 * step];
        float f7 = a[a0 + 7 * step];
        for (int j = 0; j < n; j++) {
            float first = Math.fma(f3, x3[j], Math.fma(f2, x2[j], Math.fma(f1, x1[j], Math.fma(f0, x0[j], y[j]))));
            y[j] = Math.fma(f7, x7[j], Math.fma(f6, x6[j], Math.fma(f5, x5[j], Math.fma(f4, x4[j], first))));
        }
    }
}
