package org.gne.place;

import org.gne.kernel.Cholesky;

/**
 * The damped normal equations for the coordinates of one row, {@code (J^T J + lambda D) step = J^T r}: J is the
 * derivative of the sample with respect to the coordinates, r the row minus the sample, and D the diagonal of {@code
 * J^T J} (Marquardt 1963), so that damping does not depend on the units of the map.
 */
final class NormalEquations {

    private NormalEquations() {}

    /** The numbers stored per row: the lower triangle of {@code J^T J} row by row, then {@code J^T r}. */
    static int size(int dim) {
        return dim * (dim + 1) / 2 + dim;
    }

    /**
     * Sums the equations of one row over the columns, in their order.
     *
     * @param tangents {@code [dim][..]}: the sample's derivatives, from {@code at} on
     * @param residual {@code [width]}: row minus sample, 0 for a missing value
     * @param factor {@code [width]}: the factor of the derivatives of each column, 0 for a missing value; or an empty
     *     array if all factors are 1
     * @param sums receives {@link #size} numbers from {@code s0} on
     */
    static void sum(int width, float[][] tangents, int at, float[] residual, float[] factor, float[] sums, int s0) {
        int dim = tangents.length;
        if (factor.length > 0) {
            for (float[] tangent : tangents) {
                for (int j = 0; j < width; j++) {
                    tangent[at + j] *= factor[j];
                }
            }
        }
        if (dim == 2) {
            two(width, tangents[0], tangents[1], at, residual, sums, s0);
            return;
        }
        int next = s0;
        for (int a = 0; a < dim; a++) {
            for (int b = 0; b <= a; b++) {
                sums[next++] = product(width, tangents[a], at, tangents[b], at);
            }
        }
        for (int a = 0; a < dim; a++) {
            sums[next++] = product(width, tangents[a], at, residual, 0);
        }
    }

    private static float product(int n, float[] x, int x0, float[] y, int y0) {
        float sum = 0;
        for (int j = 0; j < n; j++) {
            sum = Math.fma(x[x0 + j], y[y0 + j], sum);
        }
        return sum;
    }

    /** The same sums for a map of two dimensions in one pass, as five independent chains of additions. */
    private static void two(int n, float[] x, float[] y, int at, float[] residual, float[] sums, int s0) {
        float xx = 0;
        float xy = 0;
        float yy = 0;
        float xr = 0;
        float yr = 0;
        for (int j = 0; j < n; j++) {
            float a = x[at + j];
            float b = y[at + j];
            float r = residual[j];
            xx = Math.fma(a, a, xx);
            xy = Math.fma(b, a, xy);
            yy = Math.fma(b, b, yy);
            xr = Math.fma(a, r, xr);
            yr = Math.fma(b, r, yr);
        }
        sums[s0] = xx;
        sums[s0 + 1] = xy;
        sums[s0 + 2] = yy;
        sums[s0 + 3] = xr;
        sums[s0 + 4] = yr;
    }

    /**
     * Solves by Cholesky's decomposition in double precision.
     *
     * @param matrix {@code [dim, dim]}, scratch
     * @param step {@code [dim]}, receives the step
     * @return whether there is a step; there is none if the sample does not change with the coordinates
     */
    static boolean solve(int dim, float[] sums, int s0, double lambda, double[] matrix, double[] step) {
        double trace = 0;
        int next = s0;
        for (int a = 0; a < dim; a++) {
            for (int b = 0; b <= a; b++) {
                matrix[a * dim + b] = sums[next++];
            }
            trace += matrix[a * dim + a];
        }
        if (!(trace > 0) || Double.isInfinite(trace)) {
            return false;
        }
        for (int a = 0; a < dim; a++) {
            // The diagonal must be positive, even along an axis on which nothing changes.
            matrix[a * dim + a] += lambda * (matrix[a * dim + a] + 1e-6 * trace);
            step[a] = sums[next++];
        }
        if (!Cholesky.decompose(dim, matrix)) {
            return false;
        }
        Cholesky.solve(dim, matrix, step);
        return true;
    }
}
