package org.gne.quality;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * Accuracy of the k-nearest-neighbour classifier on a map: how often the majority of the nearest known rows has a row's
 * own class. Equal votes go to the lower class, as in scikit-learn.
 */
public final class KnnAccuracy {

    /** Rows used at most, split 5 to 1 into known and asked: the work does not grow with the data. */
    public static final int MOST_ROWS = 60_000;

    private KnnAccuracy() {}

    /**
     * Accuracy over a seeded split of the labelled rows, five sixths of them known.
     *
     * @param k neighbours that vote, at least 1
     * @return 0 to 1, or NaN where fewer than 6 rows or fewer than k + 1 are labelled
     */
    public static double of(Embedding embedding, Labels labels, int k, long seed, Parallel parallel) {
        int[] labelled = Labelled.rows(embedding, labels);
        int[] order = CounterRandom.of(seed, "k-NN split").permutation(labelled.length);
        int used = Math.min(labelled.length, MOST_ROWS);
        int known = (int) (used * 5L / 6);
        if (used < 6 || known < k) {
            return Double.NaN;
        }
        int[] rows = new int[used];
        for (int i = 0; i < used; i++) {
            rows[i] = labelled[order[i]];
        }
        return of(embedding, labels, Arrays.copyOf(rows, known), Arrays.copyOfRange(rows, known, used), k, parallel);
    }

    /**
     * Accuracy over the rows asked.
     *
     * @param known rows that vote
     * @param asked rows whose class is guessed
     */
    public static double of(Embedding embedding, Labels labels, int[] known, int[] asked, int k, Parallel parallel) {
        int dim = embedding.dim();
        float[] points = Labelled.places(embedding, known).values();
        boolean[] right = new boolean[asked.length];
        int chunk = 64;
        parallel.run((asked.length + chunk - 1) / chunk, (task, worker) -> {
            float[] distances = new float[k];
            int[] nearest = new int[k];
            int[] votes = new int[labels.names().size()];
            for (int i = task * chunk; i < Math.min(asked.length, (task + 1) * chunk); i++) {
                nearest(points, dim, embedding.values(), asked[i] * dim, distances, nearest);
                Arrays.fill(votes, 0);
                int best = 0;
                for (int neighbor : nearest) {
                    votes[labels.classes()[known[neighbor]]]++;
                }
                for (int c = 1; c < votes.length; c++) {
                    best = votes[c] > votes[best] ? c : best;
                }
                right[i] = best == labels.classes()[asked[i]];
            }
        });
        int count = 0;
        for (boolean each : right) {
            count += each ? 1 : 0;
        }
        return (double) count / asked.length;
    }

    /** The k nearest points by insertion, nearest first; the earlier of two at equal distance. */
    private static void nearest(float[] points, int dim, float[] query, int q0, float[] distances, int[] nearest) {
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        int k = distances.length;
        for (int i = 0; i < points.length / dim; i++) {
            float distance = 0;
            for (int axis = 0; axis < dim; axis++) {
                float d = points[i * dim + axis] - query[q0 + axis];
                distance += d * d;
            }
            if (distance < distances[k - 1]) {
                int at = k - 1;
                for (; at > 0 && distances[at - 1] > distance; at--) {
                    distances[at] = distances[at - 1];
                    nearest[at] = nearest[at - 1];
                }
                distances[at] = distance;
                nearest[at] = i;
            }
        }
    }
}
