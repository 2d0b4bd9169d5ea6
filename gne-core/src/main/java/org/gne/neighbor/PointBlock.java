package org.gne.neighbor;

import java.util.Arrays;
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

    /** Points are padded to a multiple of this many, whole vectors of every processor; queries to a multiple of 4, whole tiles. */
    private static final int PADDED = 16;

    private static final int TILE = 4;

    private final Kernel kernel = Kernels.active();
    private final int[] ids;
    private final int dim;
    private final int width;
    private final float[] transposed;
    /** Those of the padding are infinite, so that it is never near. */
    private final float[] halfSquares;

    /**
     * @param ids the indices of the points to use, ascending
     * @param centre {@code [dim]}: the point that is subtracted
     */
    PointBlock(Embedding points, int[] ids, float[] centre) {
        this.ids = ids;
        dim = points.dim();
        int n = ids.length;
        width = Math.addExact(n, PADDED - 1) / PADDED * PADDED;
        transposed = new float[Math.multiplyExact(width, dim)];
        halfSquares = new float[width];
        Arrays.fill(halfSquares, n, width, Float.POSITIVE_INFINITY);
        for (int first = 0; first < n; first += POINTS) {
            int block = block(first);
            for (int i = 0; i < Math.min(block, n - first); i++) {
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

    private int block(int first) {
        return Math.min(POINTS, width - first);
    }

    /** The number of scores of a query: that of the points, and padding. */
    int width() {
        return width;
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

    /** Half of the squared distance of a point from the centre. */
    float halfSquare(int point) {
        return halfSquares[point];
    }

    /**
     * Computes the scores of all points: half of the squared distance to each query, less a number of the query alone.
     *
     * @param count the number of queries, at most {@link #QUERIES}
     * @param negated {@code [QUERIES, dim]}: centre less query
     * @param scores {@code [QUERIES, width]}; rows after the queries may be overwritten
     */
    void scores(int count, float[] negated, float[] scores) {
        for (int point = 0; point < width; point += POINTS) {
            scores(count, negated, point, block(point), scores, point, width);
        }
    }

    private void scores(int count, float[] negated, int point, int block, float[] scores, int from, int stride) {
        int rows = (count + TILE - 1) / TILE * TILE;
        for (int i = 0; i < rows; i++) {
            System.arraycopy(halfSquares, point, scores, from + i * stride, block);
        }
        kernel.multiplyAdd(rows, block, dim, negated, 0, dim, 1, transposed, point * dim, block, scores, from, stride);
    }

    /**
     * Offers every point to the nearest of each query.
     *
     * @param count the number of queries, at most {@link #QUERIES}
     * @param negated {@code [QUERIES, dim]}: centre less query
     * @param scores from {@link #scratch}
     * @param nearest of each query, by {@code queries}
     * @param queries {@code [count]}: which of the nearest are those of each query
     */
    void compare(int count, float[] negated, float[] scores, Nearest nearest, int[] queries) {
        int n = ids.length;
        for (int point = 0; point < n; point += POINTS) {
            scores(count, negated, point, block(point), scores, 0, POINTS);
            for (int i = 0; i < count; i++) {
                take(scores, i * POINTS, point, Math.min(POINTS, n - point), nearest.of(queries[i]));
            }
        }
    }

    private void take(float[] scores, int from, int point, int block, KSmallest own) {
        int at = kernel.firstBelow(block, scores, from, limit(own, point));
        while (at < block) {
            own.add(scores[from + at], ids[point + at]);
            at++;
            at += at == block ? 0 : kernel.firstBelow(block - at, scores, from + at, limit(own, point + at));
        }
    }

    /** A point at the same distance as the last one that is kept takes its place only if its index is lower. */
    private float limit(KSmallest own, int point) {
        float bound = own.bound();
        return own.isFull() && ids[point] < own.lastIndex() ? Math.nextUp(bound) : bound;
    }
}
