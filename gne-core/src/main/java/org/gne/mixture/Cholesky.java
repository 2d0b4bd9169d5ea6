package org.gne.mixture;

/**
 * The lower triangular matrix L of a covariance {@code L L^T}, and the inverse of L.
 *
 * @param factor {@code [dim, dim]}
 * @param inverse {@code [dim, dim]}, lower triangular too
 */
record Cholesky(double[] factor, double[] inverse) {

    /**
     * @param matrix {@code [dim, dim]} at {@code from}
     * @throws IllegalArgumentException if it is not positive definite
     */
    static Cholesky of(double[] matrix, int from, int dim) {
        double[] factor = new double[dim * dim];
        for (int i = 0; i < dim; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[from + i * dim + j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * dim + k] * factor[j * dim + k];
                }
                if (i == j && !(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("a covariance is not positive definite");
                }
                factor[i * dim + j] = i == j ? Math.sqrt(sum) : sum / factor[j * dim + j];
            }
        }
        return new Cholesky(factor, inverse(factor, dim));
    }

    private static double[] inverse(double[] factor, int dim) {
        double[] inverse = new double[dim * dim];
        for (int column = 0; column < dim; column++) {
            for (int i = column; i < dim; i++) {
                double sum = i == column ? 1 : 0;
                for (int k = column; k < i; k++) {
                    sum -= factor[i * dim + k] * inverse[k * dim + column];
                }
                inverse[i * dim + column] = sum / factor[i * dim + i];
            }
        }
        return inverse;
    }
}
