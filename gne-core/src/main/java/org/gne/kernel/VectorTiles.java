package org.gne.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@code C += A B} for a tile of C of fixed size that stays in registers, named by its rows and vectors. Each is a small
 * method of its own with nothing but locals: vectors in arrays or behind branches get boxed, and a method grown by
 * inlining loses the intrinsics. Parameters are those of {@link Kernel#multiplyAdd}.
 */
final class VectorTiles {

    private VectorTiles() {}

    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    /** Floats in a vector. */
    static final int L = S.length();

    static void tile4x3(
            int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c02 = FloatVector.fromArray(S, c, c0 + 2 * L);
        FloatVector c10 = FloatVector.fromArray(S, c, c0 + cRow);
        FloatVector c11 = FloatVector.fromArray(S, c, c0 + cRow + L);
        FloatVector c12 = FloatVector.fromArray(S, c, c0 + cRow + 2 * L);
        FloatVector c20 = FloatVector.fromArray(S, c, c0 + 2 * cRow);
        FloatVector c21 = FloatVector.fromArray(S, c, c0 + 2 * cRow + L);
        FloatVector c22 = FloatVector.fromArray(S, c, c0 + 2 * cRow + 2 * L);
        FloatVector c30 = FloatVector.fromArray(S, c, c0 + 3 * cRow);
        FloatVector c31 = FloatVector.fromArray(S, c, c0 + 3 * cRow + L);
        FloatVector c32 = FloatVector.fromArray(S, c, c0 + 3 * cRow + 2 * L);
        for (int p = 0; p < k; p++) {
            FloatVector w0 = FloatVector.fromArray(S, b, b0);
            FloatVector w1 = FloatVector.fromArray(S, b, b0 + L);
            FloatVector w2 = FloatVector.fromArray(S, b, b0 + 2 * L);
            FloatVector x0 = FloatVector.broadcast(S, a[a0]);
            c00 = x0.fma(w0, c00);
            c01 = x0.fma(w1, c01);
            c02 = x0.fma(w2, c02);
            FloatVector x1 = FloatVector.broadcast(S, a[a0 + aRow]);
            c10 = x1.fma(w0, c10);
            c11 = x1.fma(w1, c11);
            c12 = x1.fma(w2, c12);
            FloatVector x2 = FloatVector.broadcast(S, a[a0 + 2 * aRow]);
            c20 = x2.fma(w0, c20);
            c21 = x2.fma(w1, c21);
            c22 = x2.fma(w2, c22);
            FloatVector x3 = FloatVector.broadcast(S, a[a0 + 3 * aRow]);
            c30 = x3.fma(w0, c30);
            c31 = x3.fma(w1, c31);
            c32 = x3.fma(w2, c32);
            a0 += aColumn;
            b0 += bRow;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c02.intoArray(c, c0 + 2 * L);
        c10.intoArray(c, c0 + cRow);
        c11.intoArray(c, c0 + cRow + L);
        c12.intoArray(c, c0 + cRow + 2 * L);
        c20.intoArray(c, c0 + 2 * cRow);
        c21.intoArray(c, c0 + 2 * cRow + L);
        c22.intoArray(c, c0 + 2 * cRow + 2 * L);
        c30.intoArray(c, c0 + 3 * cRow);
        c31.intoArray(c, c0 + 3 * cRow + L);
        c32.intoArray(c, c0 + 3 * cRow + 2 * L);
    }

    static void tile8x2(
            int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c10 = FloatVector.fromArray(S, c, c0 + cRow);
        FloatVector c11 = FloatVector.fromArray(S, c, c0 + cRow + L);
        FloatVector c20 = FloatVector.fromArray(S, c, c0 + 2 * cRow);
        FloatVector c21 = FloatVector.fromArray(S, c, c0 + 2 * cRow + L);
        FloatVector c30 = FloatVector.fromArray(S, c, c0 + 3 * cRow);
        FloatVector c31 = FloatVector.fromArray(S, c, c0 + 3 * cRow + L);
        FloatVector c40 = FloatVector.fromArray(S, c, c0 + 4 * cRow);
        FloatVector c41 = FloatVector.fromArray(S, c, c0 + 4 * cRow + L);
        FloatVector c50 = FloatVector.fromArray(S, c, c0 + 5 * cRow);
        FloatVector c51 = FloatVector.fromArray(S, c, c0 + 5 * cRow + L);
        FloatVector c60 = FloatVector.fromArray(S, c, c0 + 6 * cRow);
        FloatVector c61 = FloatVector.fromArray(S, c, c0 + 6 * cRow + L);
        FloatVector c70 = FloatVector.fromArray(S, c, c0 + 7 * cRow);
        FloatVector c71 = FloatVector.fromArray(S, c, c0 + 7 * cRow + L);
        for (int p = 0; p < k; p++) {
            FloatVector w0 = FloatVector.fromArray(S, b, b0);
            FloatVector w1 = FloatVector.fromArray(S, b, b0 + L);
            FloatVector x0 = FloatVector.broadcast(S, a[a0]);
            c00 = x0.fma(w0, c00);
            c01 = x0.fma(w1, c01);
            FloatVector x1 = FloatVector.broadcast(S, a[a0 + aRow]);
            c10 = x1.fma(w0, c10);
            c11 = x1.fma(w1, c11);
            FloatVector x2 = FloatVector.broadcast(S, a[a0 + 2 * aRow]);
            c20 = x2.fma(w0, c20);
            c21 = x2.fma(w1, c21);
            FloatVector x3 = FloatVector.broadcast(S, a[a0 + 3 * aRow]);
            c30 = x3.fma(w0, c30);
            c31 = x3.fma(w1, c31);
            FloatVector x4 = FloatVector.broadcast(S, a[a0 + 4 * aRow]);
            c40 = x4.fma(w0, c40);
            c41 = x4.fma(w1, c41);
            FloatVector x5 = FloatVector.broadcast(S, a[a0 + 5 * aRow]);
            c50 = x5.fma(w0, c50);
            c51 = x5.fma(w1, c51);
            FloatVector x6 = FloatVector.broadcast(S, a[a0 + 6 * aRow]);
            c60 = x6.fma(w0, c60);
            c61 = x6.fma(w1, c61);
            FloatVector x7 = FloatVector.broadcast(S, a[a0 + 7 * aRow]);
            c70 = x7.fma(w0, c70);
            c71 = x7.fma(w1, c71);
            a0 += aColumn;
            b0 += bRow;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c10.intoArray(c, c0 + cRow);
        c11.intoArray(c, c0 + cRow + L);
        c20.intoArray(c, c0 + 2 * cRow);
        c21.intoArray(c, c0 + 2 * cRow + L);
        c30.intoArray(c, c0 + 3 * cRow);
        c31.intoArray(c, c0 + 3 * cRow + L);
        c40.intoArray(c, c0 + 4 * cRow);
        c41.intoArray(c, c0 + 4 * cRow + L);
        c50.intoArray(c, c0 + 5 * cRow);
        c51.intoArray(c, c0 + 5 * cRow + L);
        c60.intoArray(c, c0 + 6 * cRow);
        c61.intoArray(c, c0 + 6 * cRow + L);
        c70.intoArray(c, c0 + 7 * cRow);
        c71.intoArray(c, c0 + 7 * cRow + L);
    }

    static void tile4x2(
            int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        FloatVector c10 = FloatVector.fromArray(S, c, c0 + cRow);
        FloatVector c11 = FloatVector.fromArray(S, c, c0 + cRow + L);
        FloatVector c20 = FloatVector.fromArray(S, c, c0 + 2 * cRow);
        FloatVector c21 = FloatVector.fromArray(S, c, c0 + 2 * cRow + L);
        FloatVector c30 = FloatVector.fromArray(S, c, c0 + 3 * cRow);
        FloatVector c31 = FloatVector.fromArray(S, c, c0 + 3 * cRow + L);
        for (int p = 0; p < k; p++) {
            FloatVector w0 = FloatVector.fromArray(S, b, b0);
            FloatVector w1 = FloatVector.fromArray(S, b, b0 + L);
            FloatVector x0 = FloatVector.broadcast(S, a[a0]);
            c00 = x0.fma(w0, c00);
            c01 = x0.fma(w1, c01);
            FloatVector x1 = FloatVector.broadcast(S, a[a0 + aRow]);
            c10 = x1.fma(w0, c10);
            c11 = x1.fma(w1, c11);
            FloatVector x2 = FloatVector.broadcast(S, a[a0 + 2 * aRow]);
            c20 = x2.fma(w0, c20);
            c21 = x2.fma(w1, c21);
            FloatVector x3 = FloatVector.broadcast(S, a[a0 + 3 * aRow]);
            c30 = x3.fma(w0, c30);
            c31 = x3.fma(w1, c31);
            a0 += aColumn;
            b0 += bRow;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
        c10.intoArray(c, c0 + cRow);
        c11.intoArray(c, c0 + cRow + L);
        c20.intoArray(c, c0 + 2 * cRow);
        c21.intoArray(c, c0 + 2 * cRow + L);
        c30.intoArray(c, c0 + 3 * cRow);
        c31.intoArray(c, c0 + 3 * cRow + L);
    }

    static void tile4x1(
            int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c10 = FloatVector.fromArray(S, c, c0 + cRow);
        FloatVector c20 = FloatVector.fromArray(S, c, c0 + 2 * cRow);
        FloatVector c30 = FloatVector.fromArray(S, c, c0 + 3 * cRow);
        for (int p = 0; p < k; p++) {
            FloatVector w0 = FloatVector.fromArray(S, b, b0);
            FloatVector x0 = FloatVector.broadcast(S, a[a0]);
            c00 = x0.fma(w0, c00);
            FloatVector x1 = FloatVector.broadcast(S, a[a0 + aRow]);
            c10 = x1.fma(w0, c10);
            FloatVector x2 = FloatVector.broadcast(S, a[a0 + 2 * aRow]);
            c20 = x2.fma(w0, c20);
            FloatVector x3 = FloatVector.broadcast(S, a[a0 + 3 * aRow]);
            c30 = x3.fma(w0, c30);
            a0 += aColumn;
            b0 += bRow;
        }
        c00.intoArray(c, c0);
        c10.intoArray(c, c0 + cRow);
        c20.intoArray(c, c0 + 2 * cRow);
        c30.intoArray(c, c0 + 3 * cRow);
    }

    static void tile1x2(
            int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        FloatVector c01 = FloatVector.fromArray(S, c, c0 + L);
        for (int p = 0; p < k; p++) {
            FloatVector w0 = FloatVector.fromArray(S, b, b0);
            FloatVector w1 = FloatVector.fromArray(S, b, b0 + L);
            FloatVector x0 = FloatVector.broadcast(S, a[a0]);
            c00 = x0.fma(w0, c00);
            c01 = x0.fma(w1, c01);
            a0 += aColumn;
            b0 += bRow;
        }
        c00.intoArray(c, c0);
        c01.intoArray(c, c0 + L);
    }

    static void tile1x1(
            int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0, int cRow) {
        FloatVector c00 = FloatVector.fromArray(S, c, c0);
        for (int p = 0; p < k; p++) {
            FloatVector w0 = FloatVector.fromArray(S, b, b0);
            FloatVector x0 = FloatVector.broadcast(S, a[a0]);
            c00 = x0.fma(w0, c00);
            a0 += aColumn;
            b0 += bRow;
        }
        c00.intoArray(c, c0);
    }
}
