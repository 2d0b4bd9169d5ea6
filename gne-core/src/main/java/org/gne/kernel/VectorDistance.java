package org.gne.kernel;

import static jdk.incubator.vector.VectorOperators.NE;
import static org.gne.kernel.ScalarKernel.SUMS;
import static org.gne.kernel.VectorFunctions.load;
import static org.gne.kernel.VectorTiles.L;
import static org.gne.kernel.VectorTiles.S;

import jdk.incubator.vector.FloatVector;

/**
 * {@link Kernel#squaredDistance}: its 16 sums are one, two or four vectors, with a method for each, as in {@link
 * VectorTiles}. For vectors of more than 16 floats the scalar kernel is used.
 */
final class VectorDistance {

    private VectorDistance() {}

    static float squared(int n, float[] x, int x0, float[] y, int y0) {
        float[] sums = new float[SUMS];
        int whole = L > SUMS ? 0 : n - n % SUMS;
        switch (SUMS / L) {
            case 1 -> one(whole, x, x0, y, y0, sums);
            case 2 -> two(whole, x, x0, y, y0, sums);
            case 4 -> four(whole, x, x0, y, y0, sums);
            default -> whole = 0;
        }
        ScalarKernel.addSquares(whole, n, x, x0, y, y0, sums);
        return ScalarKernel.total(sums);
    }

    private static void one(int n, float[] x, int x0, float[] y, int y0, float[] sums) {
        FloatVector sum = FloatVector.zero(S);
        for (int j = 0; j < n; j += L) {
            sum = addSquare(load(x, x0 + j), load(y, y0 + j), sum);
        }
        sum.intoArray(sums, 0);
    }

    private static void two(int n, float[] x, int x0, float[] y, int y0, float[] sums) {
        FloatVector sum0 = FloatVector.zero(S);
        FloatVector sum1 = FloatVector.zero(S);
        for (int j = 0; j < n; j += 2 * L) {
            sum0 = addSquare(load(x, x0 + j), load(y, y0 + j), sum0);
            sum1 = addSquare(load(x, x0 + j + L), load(y, y0 + j + L), sum1);
        }
        sum0.intoArray(sums, 0);
        sum1.intoArray(sums, L);
    }

    private static void four(int n, float[] x, int x0, float[] y, int y0, float[] sums) {
        FloatVector sum0 = FloatVector.zero(S);
        FloatVector sum1 = FloatVector.zero(S);
        FloatVector sum2 = FloatVector.zero(S);
        FloatVector sum3 = FloatVector.zero(S);
        for (int j = 0; j < n; j += 4 * L) {
            sum0 = addSquare(load(x, x0 + j), load(y, y0 + j), sum0);
            sum1 = addSquare(load(x, x0 + j + L), load(y, y0 + j + L), sum1);
            sum2 = addSquare(load(x, x0 + j + 2 * L), load(y, y0 + j + 2 * L), sum2);
            sum3 = addSquare(load(x, x0 + j + 3 * L), load(y, y0 + j + 3 * L), sum3);
        }
        sum0.intoArray(sums, 0);
        sum1.intoArray(sums, L);
        sum2.intoArray(sums, 2 * L);
        sum3.intoArray(sums, 3 * L);
    }

    private static FloatVector addSquare(FloatVector x, FloatVector y, FloatVector sum) {
        FloatVector d = x.sub(y).blend(0, x.compare(NE, x));
        return d.fma(d, sum);
    }
}
