package org.gne.bench.cells;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.data.SparseSamples;

/**
 * Seurat v3's measure of how much genes vary (Stuart et al. 2019, Cell 177:1888): a curve of the logarithm of the variance over that
 * of the mean (loess, a span of 0.3, degree 2, as in R), then the variance of the counts standardised by it, each at most the root of
 * the number of cells.
 */
final class StandardizedVariance {

    private static final double SPAN = 0.3;

    private StandardizedVariance() {}

    /** The variance of each gene, 0 for one that does not vary. */
    static double[] of(SparseSamples counts) {
        int width = counts.width();
        int size = counts.size();
        double[] sum = new double[width];
        double[] squares = new double[width];
        int[] columns = new int[width];
        float[] values = new float[width];
        for (int i = 0; i < size; i++) {
            int n = counts.entries(i, columns, values);
            for (int k = 0; k < n; k++) {
                sum[columns[k]] += values[k];
                squares[columns[k]] += (double) values[k] * values[k];
            }
        }
        double[] variance = new double[width];
        Arrays.setAll(variance, j -> (squares[j] - sum[j] * sum[j] / size) / (size - 1));
        double[] deviation = expected(sum, variance, size);
        double most = Math.sqrt(size);
        double[] found = new double[width];
        int[] stored = new int[width];
        for (int i = 0; i < size; i++) {
            int n = counts.entries(i, columns, values);
            for (int k = 0; k < n; k++) {
                int j = columns[k];
                double z = deviation[j] > 0 ? Math.min(most, (values[k] - sum[j] / size) / deviation[j]) : 0;
                found[j] += z * z;
                stored[j]++;
            }
        }
        for (int j = 0; j < width; j++) {
            double zero = deviation[j] > 0 ? sum[j] / size / deviation[j] : 0;
            found[j] = (found[j] + (size - stored[j]) * zero * zero) / (size - 1);
        }
        return found;
    }

    /** The standard deviation that the curve gives each gene; 0 for genes that do not vary. */
    private static double[] expected(double[] sum, double[] variance, int size) {
        int[] order = IntStream.range(0, sum.length)
                .filter(j -> variance[j] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(sum[a], sum[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] x =
                Arrays.stream(order).mapToDouble(j -> Math.log10(sum[j] / size)).toArray();
        double[] y =
                Arrays.stream(order).mapToDouble(j -> Math.log10(variance[j])).toArray();
        double[] deviation = new double[sum.length];
        int near = Math.max(4, (int) (SPAN * order.length));
        int from = 0;
        for (int at = 0; at < order.length; at++) {
            while (from + near < order.length && x[from + near] - x[at] < x[at] - x[from]) {
                from++;
            }
            double fitted = at > 0 && x[at] == x[at - 1]
                    ? 2 * Math.log10(deviation[order[at - 1]])
                    : local(x, y, from, Math.min(order.length, from + near), x[at]);
            deviation[order[at]] = Math.pow(10, fitted / 2);
        }
        return deviation;
    }

    /** A parabola through the points nearby, weighted by Cleveland's tricube, at its middle. */
    private static double local(double[] x, double[] y, int from, int to, double middle) {
        double reach = Math.max(1e-9, Math.max(middle - x[from], x[to - 1] - middle));
        double[] s = new double[5];
        double[] t = new double[3];
        for (int i = from; i < to; i++) {
            double u = (x[i] - middle) / reach;
            double w = Math.pow(1 - Math.min(1, Math.abs(u * u * u)), 3);
            double power = w;
            for (int k = 0; k < 5; k++) {
                s[k] += power;
                if (k < 3) {
                    t[k] += power * y[i];
                }
                power *= u;
            }
        }
        // Cramer's rule for the value at u = 0.
        double all = determinant(s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]);
        return Math.abs(all) > 1e-12 * s[0] * s[0] * s[0]
                ? determinant(t[0], s[1], s[2], t[1], s[2], s[3], t[2], s[3], s[4]) / all
                : t[0] / s[0];
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    }
}
