package org.gne.mixture;

import java.util.Arrays;
import org.gne.kernel.Cholesky;

/**
 * The lower triangular matrix L of a covariance {@code L L^T}, and the inverse of L.
 *
 * @param factor {@code [dim, dim]}; only the lower triangle is used
 * @param inverse {@code [dim, dim]}, lower triangular too
 */
record CovarianceFactor(double[] factor, double[] inverse) {

    /**
     * @param covariances {@code [dim, dim]} at {@code from}
     * @throws IllegalArgumentException if it is not positive definite, or not finite
     */
    static CovarianceFactor of(double[] covariances, int from, int dim) {
        double[] factor = Arrays.copyOfRange(covariances, from, from + dim * dim);
        if (!Cholesky.decompose(dim, factor) || !hasFiniteDiagonal(factor, dim)) {
            throw new IllegalArgumentException("a covariance is not positive definite");
        }
        return new CovarianceFactor(factor, Cholesky.inverse(dim, factor));
    }

    private static boolean hasFiniteDiagonal(double[] factor, int dim) {
        for (int i = 0; i < dim; i++) {
            if (!Double.isFinite(factor[i * dim + i])) {
                return false;
            }
        }
        return true;
    }
}
