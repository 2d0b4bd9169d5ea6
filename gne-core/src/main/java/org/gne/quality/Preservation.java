package org.gne.quality;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;

/**
 * How far a map keeps neighbourhoods (Venna and Kaski 2001): trustworthiness is lower if neighbours on the map are not
 * neighbours in the data; continuity is lower if neighbours in the data are not neighbours on the map. Both are 1 at
 * best.
 *
 * <p>Neither depends on the order of the rows, and neither is lower because rows are equal: {@link ExcessRanks} says how
 * equal distances count.
 *
 * @param trustworthiness 0 to 1
 * @param continuity 0 to 1
 */
public record Preservation(double trustworthiness, double continuity) {

    /** The largest number of rows that are compared; the work grows with its square. */
    public static final int MOST_ROWS = 5_000;

    private static final int TILE = 64;

    /**
     * Computes both for a random subset of at most {@value #MOST_ROWS} rows.
     *
     * @param samples the scaled rows; a missing value (NaN) counts as the mean of its column
     * @param k the size of a neighbourhood
     * @return both values, NaN if there are fewer than {@code 2 k + 1} rows
     */
    public static Preservation of(Samples samples, Embedding embedding, int k, long seed, Parallel parallel) {
        int n = Math.min(samples.size(), MOST_ROWS);
        if (n <= 2 * k) {
            return new Preservation(Double.NaN, Double.NaN);
        }
        int[] rows = n == samples.size()
                ? null
                : CounterRandom.of(seed, "preservation subset").permutation(samples.size());
        int width = samples.width();
        int dim = embedding.dim();
        float[] data = new float[Math.multiplyExact(n, width)];
        float[] map = new float[n * dim];
        for (int i = 0; i < n; i++) {
            int row = rows == null ? i : rows[i];
            samples.read(row, data, i * width);
            System.arraycopy(embedding.values(), row * dim, map, i * dim, dim);
        }
        fillMissing(data, width);
        return of(data, width, map, dim, n, k, parallel);
    }

    private static void fillMissing(float[] data, int width) {
        float[] means = new float[width];
        boolean[] found = new boolean[width];
        for (int from = 0; from < data.length; from += width) {
            for (int j = 0; j < width; j++) {
                if (Float.isNaN(data[from + j])) {
                    // The values that are filled in below are not among the known ones yet.
                    means[j] = found[j] ? means[j] : meanOfKnown(data, width, j);
                    found[j] = true;
                    data[from + j] = means[j];
                }
            }
        }
    }

    private static float meanOfKnown(float[] data, int width, int column) {
        double sum = 0;
        int known = 0;
        for (int at = column; at < data.length; at += width) {
            if (!Float.isNaN(data[at])) {
                sum += data[at];
                known++;
            }
        }
        return (float) (sum / Math.max(1, known));
    }

    private static Preservation of(float[] data, int width, float[] map, int dim, int n, int k, Parallel parallel) {
        Distances inData = new Distances(data, width, n);
        Distances onMap = new Distances(map, dim, n);
        int tiles = (n + TILE - 1) / TILE;
        double[] intruders = new double[tiles];
        double[] losses = new double[tiles];
        parallel.run(tiles, (tile, worker) -> {
            int from = tile * TILE;
            int count = Math.min(TILE, n - from);
            float[] far = inData.rows(from, count);
            float[] near = onMap.rows(from, count);
            for (int i = 0; i < count; i++) {
                intruders[tile] += ExcessRanks.ofIntruders(far, near, i * n, n, k);
                losses[tile] += ExcessRanks.ofLosses(far, near, i * n, n, k);
            }
        });
        double most = (double) n * k * (2.0 * n - 3.0 * k - 1) / 2;
        return new Preservation(
                1 - Arrays.stream(intruders).sum() / most,
                1 - Arrays.stream(losses).sum() / most);
    }

    /** The squared distances of some rows to all rows; that of a row to itself is infinite. */
    private static final class Distances {
        /**
         * Rows of up to this width are compared directly, because the matrix product would lose digits for close
         * points.
         */
        private static final int NARROW = 8;

        private final Kernel kernel = Kernels.active();
        private final float[] rows;
        private final float[] transposed;
        private final float[] squares;
        private final int width;
        private final int n;

        Distances(float[] rows, int width, int n) {
            this.rows = rows;
            this.width = width;
            this.n = n;
            boolean narrow = width <= NARROW;
            transposed = new float[narrow ? 0 : rows.length];
            squares = new float[n];
            for (int i = 0; i < n && !narrow; i++) {
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    float value = rows[i * width + j];
                    transposed[j * n + i] = value;
                    sum += (double) value * value;
                }
                squares[i] = (float) sum;
            }
        }

        float[] rows(int from, int count) {
            float[] distances = new float[count * n];
            if (width <= NARROW) {
                direct(from, count, distances);
            } else {
                product(from, count, distances);
            }
            for (int i = 0; i < count; i++) {
                distances[i * n + from + i] = Float.POSITIVE_INFINITY;
            }
            return distances;
        }

        private void direct(int from, int count, float[] distances) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < n; j++) {
                    float sum = 0;
                    for (int axis = 0; axis < width; axis++) {
                        float d = rows[(from + i) * width + axis] - rows[j * width + axis];
                        sum += d * d;
                    }
                    distances[i * n + j] = sum;
                }
            }
        }

        private void product(int from, int count, float[] distances) {
            float[] twice = new float[count * width];
            for (int i = 0; i < twice.length; i++) {
                twice[i] = -2 * rows[from * width + i];
            }
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < n; j++) {
                    distances[i * n + j] = squares[j] + squares[from + i];
                }
            }
            kernel.multiplyAdd(count, n, width, twice, 0, width, 1, transposed, 0, n, distances, 0, n);
        }
    }
}
