package org.gne.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;

/**
 * The directions of largest variance, by randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm
 * 4.4) on at most {@value #MOST_ROWS} rows evenly spread over the data. Work and memory are linear in the width. A
 * missing value (NaN) counts as the mean of its column's known values.
 *
 * @param mean {@code [width]}: the mean, which is subtracted from a row
 * @param axes {@code [width, count]}, row-major: orthonormal columns, largest variance first, the largest element of
 *     each positive
 * @param variance {@code [count]}: the variance along each axis over the rows used
 * @param origin {@code [count]}: the coordinates of a row of zeros along the axes
 * @hidden internal
 */
public record PrincipalComponents(float[] mean, float[] axes, float[] variance, float[] origin) {

    /** The largest number of rows used; the leading directions do not need all rows. */
    public static final int MOST_ROWS = 16_384;

    private static final int OVERSAMPLING = 8;

    /** The width of the basis is a whole number of vectors, because narrower products take the same time. */
    private static final int MULTIPLE = 16;

    private static final int ROUNDS = 3;

    /** The number of axes. */
    public int count() {
        return variance.length;
    }

    /** Fits up to {@code count} axes; fewer where rows or columns are fewer. */
    public static PrincipalComponents fit(Samples samples, int count, long seed, Parallel parallel) {
        int used = Math.min(samples.size(), MOST_ROWS);
        int found = Math.min(count, Math.min(used, samples.width()));
        return new Fit(samples, used, found, seed, parallel).run();
    }

    private static PrincipalComponents of(float[] mean, float[] axes, float[] variance) {
        int count = variance.length;
        float[] origin = new float[count];
        for (int k = 0; k < count; k++) {
            float shift = 0;
            for (int j = 0; j < mean.length; j++) {
                shift = Math.fma(mean[j], axes[j * count + k], shift);
            }
            origin[k] = -shift;
        }
        return new PrincipalComponents(mean, axes, variance, origin);
    }

    /** The mean over the columns of the variance that lies along the axes. */
    public double meanVariance() {
        return varianceOver(mean.length);
    }

    /** The variance along the axes, divided by a number of columns. */
    public double varianceOver(int columns) {
        double sum = 0;
        for (float each : variance) {
            sum += each;
        }
        return sum / columns;
    }

    /** The first {@code most} axes, or all of them if there are fewer. */
    public PrincipalComponents leading(int most) {
        int count = Math.min(most, count());
        float[] kept = new float[mean.length * count];
        for (int j = 0; j < mean.length; j++) {
            System.arraycopy(axes, j * count(), kept, j * count, count);
        }
        return new PrincipalComponents(mean, kept, Arrays.copyOf(variance, count), Arrays.copyOf(origin, count));
    }

    /**
     * Computes the coordinates of a tile of rows along the axes.
     *
     * @param rows {@code [n, width]}, without missing values ({@link #fillMissing})
     * @param out {@code [n, count]}, overwritten
     */
    public void project(int n, float[] rows, float[] out) {
        int width = mean.length;
        int count = count();
        for (int i = 0; i < n; i++) {
            System.arraycopy(origin, 0, out, i * count, count);
        }
        Kernels.active().multiplyAdd(n, count, width, rows, 0, width, 1, axes, 0, count, out, 0, count);
    }

    /**
     * Replaces missing values (NaN) by the mean, so that they have no influence on the coordinates.
     *
     * @param rows {@code [n, width]}
     */
    public void fillMissing(int n, float[] rows) {
        for (int from = 0; from < n * mean.length; from += mean.length) {
            for (int j = 0; j < mean.length; j++) {
                if (Float.isNaN(rows[from + j])) {
                    rows[from + j] = mean[j];
                }
            }
        }
    }

    /** Coordinates of all rows along the axes, the mean in the place of missing values: {@code [rows, count]}. */
    public Embedding projectAll(Samples samples, Parallel parallel) {
        int tile = 64;
        int width = samples.width();
        int count = count();
        float[] values = new float[Math.multiplyExact(samples.size(), count)];
        parallel.run((samples.size() + tile - 1) / tile, (task, worker) -> {
            int from = task * tile;
            int n = Math.min(tile, samples.size() - from);
            float[] rows = new float[n * width];
            float[] projected = new float[n * count];
            for (int i = 0; i < n; i++) {
                samples.read(from + i, rows, i * width);
            }
            fillMissing(n, rows);
            project(n, rows, projected);
            System.arraycopy(projected, 0, values, from * count, n * count);
        });
        return new Embedding(values, count);
    }

    /** One computation: the centred rows against a basis that turns towards the leading directions. */
    private static final class Fit {
        private static final int CHUNK = 512;

        private final Kernel kernel = Kernels.active();
        private final Samples samples;
        private final int used;
        private final int found;
        private final int width;
        private final int size;
        private final Parallel parallel;
        private final float[] mean;
        private float[] basis;

        Fit(Samples samples, int used, int found, long seed, Parallel parallel) {
            this.samples = samples;
            this.used = used;
            this.found = found;
            this.parallel = parallel;
            width = samples.width();
            int wanted = (found + OVERSAMPLING + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
            size = Math.min(wanted, Math.min(used, width));
            mean = ColumnMeans.of(samples, used);
            basis = new float[width * size];
            CounterRandom random = CounterRandom.of(seed, "principal components");
            for (int i = 0; i < basis.length; i++) {
                basis[i] = random.gaussian(i);
            }
        }

        PrincipalComponents run() {
            for (int round = 0; round < ROUNDS; round++) {
                basis = orthonormal(covarianceTimesBasis());
            }
            return principal(covarianceTimesBasis());
        }

        /** {@code X^T (X basis) / rows}, X centred, in chunks of rows whose sums are added in order. */
        private double[] covarianceTimesBasis() {
            int chunks = (used + CHUNK - 1) / CHUNK;
            float[][] partial = new float[chunks][];
            parallel.run(chunks, (chunk, worker) -> {
                int from = chunk * CHUNK;
                int n = Math.min(CHUNK, used - from);
                float[] rows = new float[n * width];
                for (int i = 0; i < n; i++) {
                    samples.read(EvenRows.row(from + i, used, samples.size()), rows, i * width);
                    for (int j = 0; j < width; j++) {
                        float value = rows[i * width + j];
                        rows[i * width + j] = Float.isNaN(value) ? 0 : value - mean[j];
                    }
                }
                float[] projected = new float[n * size];
                kernel.multiplyAdd(n, size, width, rows, 0, width, 1, basis, 0, size, projected, 0, size);
                float[] sum = new float[width * size];
                kernel.multiplyAdd(width, size, n, rows, 0, 1, width, projected, 0, size, sum, 0, size);
                partial[chunk] = sum;
            });
            double[] total = new double[width * size];
            for (float[] sum : partial) {
                for (int i = 0; i < total.length; i++) {
                    total[i] += sum[i];
                }
            }
            for (int i = 0; i < total.length; i++) {
                total[i] /= used;
            }
            return total;
        }

        private float[] orthonormal(double[] columns) {
            var qr = new QRDecompositionHouseholderColumn_DDRM();
            // A basis of zeros, from constant data, is as good as any other.
            qr.decompose(DMatrixRMaj.wrap(width, size, columns));
            DMatrixRMaj q = qr.getQ(null, true);
            float[] result = new float[width * size];
            for (int i = 0; i < result.length; i++) {
                result[i] = (float) q.data[i];
            }
            return result;
        }

        /** Rayleigh-Ritz: the eigenvectors of the covariance within the basis. */
        private PrincipalComponents principal(double[] product) {
            DMatrixRMaj inside = new DMatrixRMaj(size, size);
            for (int i = 0; i < width; i++) {
                for (int a = 0; a < size; a++) {
                    double left = basis[i * size + a];
                    for (int b = 0; b < size; b++) {
                        inside.data[a * size + b] += left * product[i * size + b];
                    }
                }
            }
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < a; b++) {
                    double both = (inside.get(a, b) + inside.get(b, a)) / 2;
                    inside.set(a, b, both);
                    inside.set(b, a, both);
                }
            }
            var eigen =
                    new SymmetricQRAlgorithmDecomposition_DDRM(new TridiagonalDecompositionHouseholder_DDRM(), true);
            if (!eigen.decompose(inside)) {
                throw new IllegalArgumentException(
                        "found values whose squares are not finite, expected smaller ones: scale them");
            }
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> Double.compare(
                            eigen.getEigenvalue(b).getReal(),
                            eigen.getEigenvalue(a).getReal()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            float[] axes = new float[width * found];
            float[] variance = new float[found];
            for (int k = 0; k < found; k++) {
                variance[k] = (float) Math.max(0, eigen.getEigenvalue(order[k]).getReal());
                axis(eigen.getEigenVector(order[k]).data, k, axes);
            }
            return of(mean, axes, variance);
        }

        private void axis(double[] weights, int k, float[] axes) {
            double[] axis = new double[width];
            double largest = 0;
            for (int i = 0; i < width; i++) {
                for (int a = 0; a < size; a++) {
                    axis[i] += basis[i * size + a] * weights[a];
                }
                largest = Math.abs(axis[i]) > Math.abs(largest) ? axis[i] : largest;
            }
            double sign = largest < 0 ? -1 : 1;
            for (int i = 0; i < width; i++) {
                axes[i * found + k] = (float) (sign * axis[i]);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrincipalComponents that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(axes, that.axes)
                && Arrays.equals(variance, that.variance);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(axes);
    }

    @Override
    public String toString() {
        return count() + " principal components of width " + mean.length;
    }
}
