package org.gne.kernel;

/**
 * Cholesky's decomposition of small symmetric matrices in double precision: {@code A = L L^T} with a lower triangular L.
 * Matrices are {@code [n, n]}, row after row; only their lower triangles are read and written.
 *
 * @hidden internal
 */
public final class Cholesky {

    private Cholesky() {}

    /**
     * Replaces A by L, in place.
     *
     * @param matrix A, then L
     * @return whether A is positive definite; if not, the matrix is changed partly
     */
    public static boolean decompose(int n, double[] matrix) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i * n + k] * matrix[j * n + k];
                }
                if (i == j && !(sum > 0)) {
                    return false;
                }
                matrix[i * n + j] = i == j ? Math.sqrt(sum) : sum / matrix[j * n + j];
            }
        }
        return true;
    }

    /**
     * Solves {@code A x = b}, in place.
     *
     * @param factor L
     * @param x {@code [n]}: b, then x
     */
    public static void solve(int n, double[] factor, double[] x) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i * n + k] * x[k];
            }
            x[i] /= factor[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k * n + i] * x[k];
            }
            x[i] /= factor[i * n + i];
        }
    }

    /** The inverse of L, lower triangular too; zero above. */
    public static double[] inverse(int n, double[] factor) {
        double[] inverse = new double[n * n];
        for (int column = 0; column < n; column++) {
            for (int i = column; i < n; i++) {
                double sum = i == column ? 1 : 0;
                for (int k = column; k < i; k++) {
                    sum -= factor[i * n + k] * inverse[k * n + column];
                }
                inverse[i * n + column] = sum / factor[i * n + i];
            }
        }
        return inverse;
    }
}
