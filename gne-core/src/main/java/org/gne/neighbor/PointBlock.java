package org.gne.neighbor;

import org.gne.data.Embedding;
import org.gne.kernel.KSmallest;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/**
 * Points stored for the comparison with queries as one matrix product: {@code |x - y|^2 / 2 - |x|^2 / 2 = |y|^2 / 2 -
 * x.y}. They are centred, because otherwise the product loses digits for points far from the origin.
 */
final class PointBlock {

    /** The number of queries compared at once. */
    static final int QUERIES = 128;

    /**
     * The number of points compared at once. Their values are stored side by side, and stay in the first-level cache with 48
     * columns.
     */
    private static final int POINTS = 128;

    private final Kernel kernel = Kernels.active();
    private final int[] ids;
    private final int dim;
    private final float[] transposed;
    private final float[] halfSquares;

    /**
     * @param ids the indices of the points to use, ascending
     * @param centre {@code [dim]}: the point that is subtracted
     */
    PointBlock(Embedding points, int[] ids, float[] centre) {
        this.ids = ids;
        dim = points.dim();
        int n = ids.length;
        transposed = new float[Math.multiplyExact(n, dim)];
        halfSquares = new float[n];
        for (int first = 0; first < n; first += POINTS) {
            int block = Math.min(POINTS, n - first);
            for (int i = 0; i < block; i++) {
                float square = 0;
                for (int j = 0; j < dim; j++) {
                    float value = points.values()[ids[first + i] * dim + j] - centre[j];
                    transposed[first * dim + j * block + i] = value;
                    square = Math.fma(value, value, square);
                }
                halfSquares[first + i] = square / 2;
            }
        }
    }

    /** The mean of the points. */
    static float[] centre(Embedding points) {
        int dim = points.dim();
        double[] sum = new double[dim];
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < dim; j++) {
                sum[j] += points.values()[i * dim + j];
            }
        }
        float[] centre = new float[dim];
        for (int j = 0; j < dim; j++) {
            centre[j] = (float) (sum[j] / Math.max(1, points.size()));
        }
        return centre;
    }

    /** The scores of a block: scratch of one thread. */
    static float[] scratch() {
        return new float[QUERIES * POINTS];
    }

    /**
     * Offers every point to the nearest of each query.
     *
     * @param count the number of queries, at most {@link #QUERIES}
     * @param negated {@code [count, dim]}: centre less query
     * @param scores from {@link #scratch}
     */
    void compare(int count, float[] negated, float[] scores, Nearest nearest) {
        int n = ids.length;
        for (int point = 0; point < n; point += POINTS) {
            int block = Math.min(POINTS, n - point);
            for (int i = 0; i < count; i++) {
                System.arraycopy(halfSquares, point, scores, i * POINTS, block);
            }
            kernel.multiplyAdd(
                    count, block, dim, negated, 0, dim, 1, transposed, point * dim, block, scores, 0, POINTS);
            for (int i = 0; i < count; i++) {
                take(i, block, point, scores, nearest);
            }
        }
    }

    private void take(int query, int block, int point, float[] scores, Nearest nearest) {
        KSmallest own = nearest.of(query);
        int from = query * POINTS;
        int at = kernel.firstBelow(block, scores, from, own.bound());
        while (at < block) {
            own.add(scores[from + at], ids[point + at]);
            at++;
            at += kernel.firstBelow(block - at, scores, from + at, own.bound());
        }
    }
}
