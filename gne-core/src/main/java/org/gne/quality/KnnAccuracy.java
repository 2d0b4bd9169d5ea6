package org.gne.quality;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.MajorityVote;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

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
        labels.requireOnePer(embedding);
        int[] labelled = labels.knownRows();
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
     * @param known rows that vote; all of them where they are fewer than k
     * @param asked rows whose class is guessed
     * @return 0 to 1, or NaN where no row votes or none is asked
     */
    public static double of(Embedding embedding, Labels labels, int[] known, int[] asked, int k, Parallel parallel) {
        if (known.length == 0 || asked.length == 0) {
            return Double.NaN;
        }
        NeighborGraph nearest = NeighborSearch.exact(embedding.rows(known))
                .nearest(embedding.rows(asked), Math.min(k, known.length), parallel);
        int[] guesses = MajorityVote.of(nearest, labels.rows(known));
        int right = 0;
        for (int i = 0; i < asked.length; i++) {
            right += guesses[i] == labels.classes()[asked[i]] ? 1 : 0;
        }
        return (double) right / asked.length;
    }
}
