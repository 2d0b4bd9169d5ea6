package org.gne.quality;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * How far a map keeps the order of all distances: Spearman's rank correlation, over pairs of rows, between their
 * Euclidean distance in the data and on the map.
 */
public final class DistanceCorrelation {

    /** The largest number of pairs that are compared. */
    public static final int MOST_PAIRS = 100_000;

    private static final int CHUNK = 1 << 10;

    private DistanceCorrelation() {}

    /**
     * The correlation over all pairs of rows if they are at most {@value #MOST_PAIRS}, else over this number of random
     * pairs.
     *
     * @param samples the rows, as scaled for the model; two rows are compared in the columns that are known of both
     * @return -1 to 1, or NaN where all distances in the data or on the map are equal, as with fewer than 3 rows
     */
    public static double of(Samples samples, Embedding embedding, long seed, Parallel parallel) {
        int n = samples.size();
        if (n != embedding.size()) {
            throw new IllegalArgumentException(embedding.size() + " places for " + n + " rows, expected as many");
        }
        Pairs pairs = Pairs.of(n, seed);
        int count = pairs.first().length;
        double[] inData = new double[count];
        double[] onMap = new double[count];
        int width = samples.width();
        int dim = embedding.dim();
        float[][] rows = new float[parallel.threads()][];
        parallel.run((count + CHUNK - 1) / CHUNK, (task, worker) -> {
            if (rows[worker] == null) {
                rows[worker] = new float[2 * width];
            }
            float[] two = rows[worker];
            for (int i = task * CHUNK; i < Math.min(count, (task + 1) * CHUNK); i++) {
                int a = pairs.first()[i];
                int b = pairs.second()[i];
                samples.read(a, two, 0);
                samples.read(b, two, width);
                inData[i] = squaredDistance(two, 0, width, width);
                onMap[i] = squaredDistance(embedding.values(), a * dim, b * dim, dim);
            }
        });
        int left = dropUnknown(inData, onMap);
        return correlation(ranks(Arrays.copyOf(inData, left)), ranks(Arrays.copyOf(onMap, left)));
    }

    private static double squaredDistance(float[] values, int a, int b, int width) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            double d = (double) values[a + j] - values[b + j];
            sum += d * d;
        }
        return Double.isNaN(sum) ? squaredDistanceOfKnown(values, a, b, width) : sum;
    }

    /** Over the columns that are known in both rows, in proportion; NaN where there is none. */
    private static double squaredDistanceOfKnown(float[] values, int a, int b, int width) {
        double sum = 0;
        int known = 0;
        for (int j = 0; j < width; j++) {
            double d = (double) values[a + j] - values[b + j];
            if (!Double.isNaN(d)) {
                sum += d * d;
                known++;
            }
        }
        return sum * width / known;
    }

    /** Leaves out the pairs of which nothing is known, in place; returns how many are left. */
    private static int dropUnknown(double[] inData, double[] onMap) {
        int left = 0;
        for (int i = 0; i < inData.length; i++) {
            if (!Double.isNaN(inData[i]) && !Double.isNaN(onMap[i])) {
                inData[left] = inData[i];
                onMap[left++] = onMap[i];
            }
        }
        return left;
    }

    /** Twice the ranks, from 2 on, because equal values share the mean of their ranks, which may end in one half. */
    private static long[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        long[] ranks = new long[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = from + 1L + to;
            }
        }
        return ranks;
    }

    /** Pearson's correlation. */
    private static double correlation(long[] a, long[] b) {
        // The mean of the ranks is (n + 1) / 2, with or without ties.
        long mean = a.length + 1L;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            squareA += (double) (a[i] - mean) * (a[i] - mean);
            squareB += (double) (b[i] - mean) * (b[i] - mean);
            product += (double) (a[i] - mean) * (b[i] - mean);
        }
        return squareA > 0 && squareB > 0 ? product / (Math.sqrt(squareA) * Math.sqrt(squareB)) : Double.NaN;
    }

    /** Pairs of different rows. */
    private record Pairs(int[] first, int[] second) {
        static Pairs of(int n, long seed) {
            long all = (long) n * (n - 1) / 2;
            int count = (int) Math.min(all, MOST_PAIRS);
            Pairs pairs = new Pairs(new int[count], new int[count]);
            CounterRandom random = CounterRandom.of(seed, "distance pairs");
            int at = 0;
            for (int i = 0; all == count && i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    pairs.set(at++, i, j);
                }
            }
            for (; at < count; at++) {
                int i = random.below(n, 2L * at);
                int j = random.below(n - 1, 2L * at + 1);
                pairs.set(at, i, j < i ? j : j + 1);
            }
            return pairs;
        }

        private void set(int at, int i, int j) {
            first[at] = i;
            second[at] = j;
        }
    }
}
