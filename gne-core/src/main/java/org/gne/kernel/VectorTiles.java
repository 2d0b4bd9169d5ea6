package org.gne.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code C += A B} for a panel of B that is some vectors wide, tile by tile of C: a tile, named by its rows and
 * vectors, stays in registers during the loop over k. Each tile is a method of its own that uses local variables only:
 * vectors in arrays or behind branches get boxed, and a method that grows by inlining loses the intrinsics. Parameters
 * are those of {@link Kernel#multiplyAdd}; each returns how many of the m rows it did, a whole number of tiles.
 */
final class VectorTiles {

    private VectorTiles() {}

    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    /** The number of floats in a vector. */
    static final int L = S.length();

    static int rows4x3(
            int m,
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
        for (; i + 4 <= m; i += 4) {
            int at = a0 + i * aRow;
            int from = b0;
            int to = c0 + i * cRow;
            FloatVector c00 = FloatVector.fromArray(S, c, to);
            FloatVector c01 = FloatVector.fromArray(S, c, to + L);
            FloatVector c02 = FloatVector.fromArray(S, c, to + 2 * L);
            FloatVector c10 = FloatVector.fromArray(S, c, to + cRow);
            FloatVector c11 = FloatVector.fromArray(S, c, to + cRow + L);
            FloatVector c12 = FloatVector.fromArray(S, c, to + cRow + 2 * L);
            FloatVector c20 = FloatVector.fromArray(S, c, to + 2 * cRow);
            FloatVector c21 = FloatVector.fromArray(S, c, to + 2 * cRow + L);
            FloatVector c22 = FloatVector.fromArray(S, c, to + 2 * cRow + 2 * L);
            FloatVector c30 = FloatVector.fromArray(S, c, to + 3 * cRow);
            FloatVector c31 = FloatVector.fromArray(S, c, to + 3 * cRow + L);
            FloatVector c32 = FloatVector.fromArray(S, c, to + 3 * cRow + 2 * L);
            for (int p = 0; p < k; p++) {
                FloatVector y0 = FloatVector.fromArray(S, b, from);
                FloatVector y1 = FloatVector.fromArray(S, b, from + L);
                FloatVector y2 = FloatVector.fromArray(S, b, from + 2 * L);
                FloatVector x0 = FloatVector.broadcast(S, a[at]);
                c00 = x0.fma(y0, c00);
                c01 = x0.fma(y1, c01);
                c02 = x0.fma(y2, c02);
                FloatVector x1 = FloatVector.broadcast(S, a[at + aRow]);
                c10 = x1.fma(y0, c10);
                c11 = x1.fma(y1, c11);
                c12 = x1.fma(y2, c12);
                FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * aRow]);
                c20 = x2.fma(y0, c20);
                c21 = x2.fma(y1, c21);
                c22 = x2.fma(y2, c22);
                FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * aRow]);
                c30 = x3.fma(y0, c30);
                c31 = x3.fma(y1, c31);
                c32 = x3.fma(y2, c32);
                at += aColumn;
                from += bRow;
            }
            c00.intoArray(c, to);
            c01.intoArray(c, to + L);
            c02.intoArray(c, to + 2 * L);
            c10.intoArray(c, to + cRow);
            c11.intoArray(c, to + cRow + L);
            c12.intoArray(c, to + cRow + 2 * L);
            c20.intoArray(c, to + 2 * cRow);
            c21.intoArray(c, to + 2 * cRow + L);
            c22.intoArray(c, to + 2 * cRow + 2 * L);
            c30.intoArray(c, to + 3 * cRow);
            c31.intoArray(c, to + 3 * cRow + L);
            c32.intoArray(c, to + 3 * cRow + 2 * L);
        }
        return i;
    }

    static int rows8x2(
            int m,
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
        for (; i + 8 <= m; i += 8) {
            int at = a0 + i * aRow;
            int from = b0;
            int to = c0 + i * cRow;
            FloatVector c00 = FloatVector.fromArray(S, c, to);
            FloatVector c01 = FloatVector.fromArray(S, c, to + L);
            FloatVector c10 = FloatVector.fromArray(S, c, to + cRow);
            FloatVector c11 = FloatVector.fromArray(S, c, to + cRow + L);
            FloatVector c20 = FloatVector.fromArray(S, c, to + 2 * cRow);
            FloatVector c21 = FloatVector.fromArray(S, c, to + 2 * cRow + L);
            FloatVector c30 = FloatVector.fromArray(S, c, to + 3 * cRow);
            FloatVector c31 = FloatVector.fromArray(S, c, to + 3 * cRow + L);
            FloatVector c40 = FloatVector.fromArray(S, c, to + 4 * cRow);
            FloatVector c41 = FloatVector.fromArray(S, c, to + 4 * cRow + L);
            FloatVector c50 = FloatVector.fromArray(S, c, to + 5 * cRow);
            FloatVector c51 = FloatVector.fromArray(S, c, to + 5 * cRow + L);
            FloatVector c60 = FloatVector.fromArray(S, c, to + 6 * cRow);
            FloatVector c61 = FloatVector.fromArray(S, c, to + 6 * cRow + L);
            FloatVector c70 = FloatVector.fromArray(S, c, to + 7 * cRow);
            FloatVector c71 = FloatVector.fromArray(S, c, to + 7 * cRow + L);
            for (int p = 0; p < k; p++) {
                FloatVector y0 = FloatVector.fromArray(S, b, from);
                FloatVector y1 = FloatVector.fromArray(S, b, from + L);
                FloatVector x0 = FloatVector.broadcast(S, a[at]);
                c00 = x0.fma(y0, c00);
                c01 = x0.fma(y1, c01);
                FloatVector x1 = FloatVector.broadcast(S, a[at + aRow]);
                c10 = x1.fma(y0, c10);
                c11 = x1.fma(y1, c11);
                FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * aRow]);
                c20 = x2.fma(y0, c20);
                c21 = x2.fma(y1, c21);
                FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * aRow]);
                c30 = x3.fma(y0, c30);
                c31 = x3.fma(y1, c31);
                FloatVector x4 = FloatVector.broadcast(S, a[at + 4 * aRow]);
                c40 = x4.fma(y0, c40);
                c41 = x4.fma(y1, c41);
                FloatVector x5 = FloatVector.broadcast(S, a[at + 5 * aRow]);
                c50 = x5.fma(y0, c50);
                c51 = x5.fma(y1, c51);
                FloatVector x6 = FloatVector.broadcast(S, a[at + 6 * aRow]);
                c60 = x6.fma(y0, c60);
                c61 = x6.fma(y1, c61);
                FloatVector x7 = FloatVector.broadcast(S, a[at + 7 * aRow]);
                c70 = x7.fma(y0, c70);
                c71 = x7.fma(y1, c71);
                at += aColumn;
                from += bRow;
            }
            c00.intoArray(c, to);
            c01.intoArray(c, to + L);
            c10.intoArray(c, to + cRow);
            c11.intoArray(c, to + cRow + L);
            c20.intoArray(c, to + 2 * cRow);
            c21.intoArray(c, to + 2 * cRow + L);
            c30.intoArray(c, to + 3 * cRow);
            c31.intoArray(c, to + 3 * cRow + L);
            c40.intoArray(c, to + 4 * cRow);
            c41.intoArray(c, to + 4 * cRow + L);
            c50.intoArray(c, to + 5 * cRow);
            c51.intoArray(c, to + 5 * cRow + L);
            c60.intoArray(c, to + 6 * cRow);
            c61.intoArray(c, to + 6 * cRow + L);
            c70.intoArray(c, to + 7 * cRow);
            c71.intoArray(c, to + 7 * cRow + L);
        }
        return i;
    }

    static int rows4x2(
            int m,
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
        for (; i + 4 <= m; i += 4) {
            int at = a0 + i * aRow;
            int from = b0;
            int to = c0 + i * cRow;
            FloatVector c00 = FloatVector.fromArray(S, c, to);
            FloatVector c01 = FloatVector.fromArray(S, c, to + L);
            FloatVector c10 = FloatVector.fromArray(S, c, to + cRow);
            FloatVector c11 = FloatVector.fromArray(S, c, to + cRow + L);
            FloatVector c20 = FloatVector.fromArray(S, c, to + 2 * cRow);
            FloatVector c21 = FloatVector.fromArray(S, c, to + 2 * cRow + L);
            FloatVector c30 = FloatVector.fromArray(S, c, to + 3 * cRow);
            FloatVector c31 = FloatVector.fromArray(S, c, to + 3 * cRow + L);
            for (int p = 0; p < k; p++) {
                FloatVector y0 = FloatVector.fromArray(S, b, from);
                FloatVector y1 = FloatVector.fromArray(S, b, from + L);
                FloatVector x0 = FloatVector.broadcast(S, a[at]);
                c00 = x0.fma(y0, c00);
                c01 = x0.fma(y1, c01);
                FloatVector x1 = FloatVector.broadcast(S, a[at + aRow]);
                c10 = x1.fma(y0, c10);
                c11 = x1.fma(y1, c11);
                FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * aRow]);
                c20 = x2.fma(y0, c20);
                c21 = x2.fma(y1, c21);
                FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * aRow]);
                c30 = x3.fma(y0, c30);
                c31 = x3.fma(y1, c31);
                at += aColumn;
                from += bRow;
            }
            c00.intoArray(c, to);
            c01.intoArray(c, to + L);
            c10.intoArray(c, to + cRow);
            c11.intoArray(c, to + cRow + L);
            c20.intoArray(c, to + 2 * cRow);
            c21.intoArray(c, to + 2 * cRow + L);
            c30.intoArray(c, to + 3 * cRow);
            c31.intoArray(c, to + 3 * cRow + L);
        }
        return i;
    }

    static int rows4x1(
            int m,
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
        for (; i + 4 <= m; i += 4) {
            int at = a0 + i * aRow;
            int from = b0;
            int to = c0 + i * cRow;
            FloatVector c00 = FloatVector.fromArray(S, c, to);
            FloatVector c10 = FloatVector.fromArray(S, c, to + cRow);
            FloatVector c20 = FloatVector.fromArray(S, c, to + 2 * cRow);
            FloatVector c30 = FloatVector.fromArray(S, c, to + 3 * cRow);
            for (int p = 0; p < k; p++) {
                FloatVector y0 = FloatVector.fromArray(S, b, from);
                FloatVector x0 = FloatVector.broadcast(S, a[at]);
                c00 = x0.fma(y0, c00);
                FloatVector x1 = FloatVector.broadcast(S, a[at + aRow]);
                c10 = x1.fma(y0, c10);
                FloatVector x2 = FloatVector.broadcast(S, a[at + 2 * aRow]);
                c20 = x2.fma(y0, c20);
                FloatVector x3 = FloatVector.broadcast(S, a[at + 3 * aRow]);
                c30 = x3.fma(y0, c30);
                at += aColumn;
                from += bRow;
            }
            c00.intoArray(c, to);
            c10.intoArray(c, to + cRow);
            c20.intoArray(c, to + 2 * cRow);
            c30.intoArray(c, to + 3 * cRow);
        }
        return i;
    }

    static int rows1x2(
            int m,
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
        for (; i + 1 <= m; i += 1) {
            int at = a0 + i * aRow;
            int from = b0;
            int to = c0 + i * cRow;
            FloatVector c00 = FloatVector.fromArray(S, c, to);
            FloatVector c01 = FloatVector.fromArray(S, c, to + L);
            for (int p = 0; p < k; p++) {
                FloatVector y0 = FloatVector.fromArray(S, b, from);
                FloatVector y1 = FloatVector.fromArray(S, b, from + L);
                FloatVector x0 = FloatVector.broadcast(S, a[at]);
                c00 = x0.fma(y0, c00);
                c01 = x0.fma(y1, c01);
                at += aColumn;
                from += bRow;
            }
            c00.intoArray(c, to);
            c01.intoArray(c, to + L);
        }
        return i;
    }

    static int rows1x1(
            int m,
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
        for (; i + 1 <= m; i += 1) {
            int at = a0 + i * aRow;
            int from = b0;
            int to = c0 + i * cRow;
            FloatVector c00 = FloatVector.fromArray(S, c, to);
            for (int p = 0; p < k; p++) {
                FloatVector y0 = FloatVector.fromArray(S, b, from);
                FloatVector x0 = FloatVector.broadcast(S, a[at]);
                c00 = x0.fma(y0, c00);
                at += aColumn;
                from += bRow;
            }
            c00.intoArray(c, to);
        }
        return i;
    }
}
