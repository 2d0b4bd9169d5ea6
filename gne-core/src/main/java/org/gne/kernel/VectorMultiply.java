package org.gne.kernel;

import static org.gne.kernel.VectorTiles.L;
import static org.gne.kernel.VectorTiles.S;

import jdk.incubator.vector.FloatVector;

/** Cuts a matrix product into panels of B that stay in the first-level cache, and panels into register tiles. */
final class VectorMultiply {

    private VectorMultiply() {}

    /** The number of rows of B in a panel: 256 x 24 floats have 24 KB. */
    private static final int DEPTH = 256;

    /**
     * From this distance between rows on, a panel spans too many pages (and, for powers of two, only one cache set).
     */
    private static final int PACK_FROM = 160;

    /**
     * The tile depends on the number of registers: 8 x 2 uses 32 registers and would spill with 16, where 4 x 3 is
     * best. Machines with 512-bit vectors and 64-bit ARM have 32.
     */
    private static final boolean MANY_REGISTERS =
            S.vectorBitSize() >= 512 || System.getProperty("os.arch", "").equals("aarch64");

    private static final int PANEL = (MANY_REGISTERS ? 2 : 3) * L;

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
        boolean pack = bRow >= PACK_FROM && m >= 8 && n >= L;
        float[] packed = pack ? new float[Math.min(k, DEPTH) * PANEL] : b;
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            int aPanel = a0 + p * aColumn;
            int bPanel = b0 + p * bRow;
            int j = 0;
            while (j + L <= n) {
                int columns = n - j >= PANEL ? PANEL : n - j >= 2 * L ? 2 * L : L;
                if (pack) {
                    pack(depth, columns, b, bPanel + j, bRow, packed);
                    panel(m, columns, depth, a, aPanel, aRow, aColumn, packed, 0, columns, c, c0 + j, cRow);
                } else {
                    panel(m, columns, depth, a, aPanel, aRow, aColumn, b, bPanel + j, bRow, c, c0 + j, cRow);
                }
                j += columns;
            }
            if (j < n) {
                remainder(m, n - j, depth, a, aPanel, aRow, aColumn, b, bPanel + j, bRow, c, c0 + j, cRow);
            }
        }
    }

    private static void pack(int depth, int columns, float[] b, int b0, int bRow, float[] packed) {
        for (int p = 0; p < depth; p++) {
            for (int j = 0; j < columns; j += L) {
                FloatVector.fromArray(S, b, b0 + p * bRow + j).intoArray(packed, p * columns + j);
            }
        }
    }

    private static void panel(
            int m,
            int columns,
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
        int i = 0;
        if (columns == 3 * L) {
            i = VectorTiles.rows4x3(m, k, a, a0, aRow, aColumn, b, b0, bRow, c, c0, cRow);
        } else if (columns == 2 * L) {
            if (MANY_REGISTERS) {
                i = VectorTiles.rows8x2(m, k, a, a0, aRow, aColumn, b, b0, bRow, c, c0, cRow);
            }
            int left = a0 + i * aRow;
            i += VectorTiles.rows4x2(m - i, k, a, left, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow);
        } else {
            i = VectorTiles.rows4x1(m, k, a, a0, aRow, aColumn, b, b0, bRow, c, c0, cRow);
        }
        if (i < m) {
            lastRows(m - i, columns, k, a, a0 + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow);
        }
    }

    /** Computes the rows that do not fill a tile, one at a time. */
    private static void lastRows(
            int m,
            int columns,
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
        int j = 0;
        for (; j + 2 * L <= columns; j += 2 * L) {
            VectorTiles.rows1x2(m, k, a, a0, aRow, aColumn, b, b0 + j, bRow, c, c0 + j, cRow);
        }
        if (j < columns) {
            VectorTiles.rows1x1(m, k, a, a0, aRow, aColumn, b, b0 + j, bRow, c, c0 + j, cRow);
        }
    }

    /** Computes the columns that do not fill a vector, one element after the other. */
    private static void remainder(
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
        int i = 0;
        // Four rows at a time, because a single sum would wait for each of its additions.
        for (; i + 4 <= m; i += 4) {
            for (int j = 0; j < n; j++) {
                int at = c0 + i * cRow + j;
                float sum0 = c[at];
                float sum1 = c[at + cRow];
                float sum2 = c[at + 2 * cRow];
                float sum3 = c[at + 3 * cRow];
                for (int p = 0; p < k; p++) {
                    int left = a0 + i * aRow + p * aColumn;
                    float right = b[b0 + p * bRow + j];
                    sum0 = Math.fma(a[left], right, sum0);
                    sum1 = Math.fma(a[left + aRow], right, sum1);
                    sum2 = Math.fma(a[left + 2 * aRow], right, sum2);
                    sum3 = Math.fma(a[left + 3 * aRow], right, sum3);
                }
                c[at] = sum0;
                c[at + cRow] = sum1;
                c[at + 2 * cRow] = sum2;
                c[at + 3 * cRow] = sum3;
            }
        }
        for (; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = c[c0 + i * cRow + j];
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(a[a0 + i * aRow + p * aColumn], b[b0 + p * bRow + j], sum);
                }
                c[c0 + i * cRow + j] = sum;
            }
        }
    }
}
