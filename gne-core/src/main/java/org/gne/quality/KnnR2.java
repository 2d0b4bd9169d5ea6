package org.gne.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Target;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * The coefficient of determination (R2) of k-nearest-neighbour regression on a map: each number is predicted by the mean of
 * the numbers of the nearest other rows. It is 1 - (sum of squared errors) / (sum of squared differences from the mean),
 * as in scikit-learn: 1 if all predictions are right, 0 for predictions no better than the mean of all rows, below 0 for
 * worse ones.
 */
public final class KnnR2 {

    private static final long SEED = 1;

    private KnnR2() {}

    /**
     * R2 of all rows with a known number, each predicted by the others (leave-one-out).
     *
     * @param embedding finite coordinates of the rows
     * @param k the number of neighbours
     * @return at most 1; NaN if k rows or fewer have a number, or all numbers are the same
     */
    public static double of(Embedding embedding, Target target, int k, Parallel parallel) {
        target.requireOnePer(embedding);
        int[] rows = target.knownRows();
        if (rows.length <= k) {
            return Double.NaN;
        }
        NeighborGraph graph =
                NeighborSearch.over(embedding.rows(rows), SEED, parallel).graph(k, parallel);
        double[] values = values(target, rows);
        return of(values, values, graph);
    }

    /**
     * R2 of given rows, predicted by others.
     *
     * @param known the rows with which numbers are predicted, all with a known number
     * @param asked the rows whose numbers are predicted, all with a known number
     * @return at most 1; NaN if there are fewer than k known rows, no rows are asked, or all their numbers are the same
     */
    public static double of(Embedding embedding, Target target, int[] known, int[] asked, int k, Parallel parallel) {
        if (known.length < k || asked.length == 0) {
            return Double.NaN;
        }
        NeighborGraph graph =
                NeighborSearch.exact(embedding.rows(known), parallel).nearest(embedding.rows(asked), k, parallel);
        return of(values(target, known), values(target, asked), graph);
    }

    private static double[] values(Target target, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> target.values()[row]).toArray();
    }

    private static double of(double[] known, double[] asked, NeighborGraph graph) {
        // Divided, so that squares of very large or very small numbers are finite and not 0.
        double largest = Math.max(largest(known), largest(asked));
        double mean = 0;
        for (double value : asked) {
            mean += value / largest / asked.length;
        }
        double errors = 0;
        double variation = 0;
        boolean vary = false;
        for (int i = 0; i < asked.length; i++) {
            double guess = 0;
            for (int e = i * graph.k(); e < (i + 1) * graph.k(); e++) {
                guess += known[graph.neighbors()[e]] / largest / graph.k();
            }
            double value = asked[i] / largest;
            errors += (value - guess) * (value - guess);
            variation += (value - mean) * (value - mean);
            vary |= asked[i] != asked[0];
        }
        return vary ? 1 - errors / variation : Double.NaN;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
