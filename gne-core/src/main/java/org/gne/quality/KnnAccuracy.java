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
 * The accuracy of the k-nearest-neighbour classifier on a map: how often the most frequent class among the nearest
 * training rows is a row's own class. Of equally frequent classes the one with the lower index wins, as in
 * scikit-learn.
 */
public final class KnnAccuracy {

    /**
     * At most this many rows are used, five sixths of them to vote and one sixth to be classified, so that the work
     * does not grow with the data.
     */
    public static final int MOST_ROWS = 60_000;

    private KnnAccuracy() {}

    /**
     * The accuracy for a random split of the labelled rows: five sixths vote, one sixth is classified.
     *
     * @param k the number of neighbours that vote, at least 1
     * @return 0 to 1, or NaN if fewer than 6 rows or fewer than k + 1 rows are labelled
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
     * The accuracy for given rows.
     *
     * @param known the rows that vote; all of them vote if they are fewer than k
     * @param asked the rows that are classified
     * @return 0 to 1, or NaN if no row votes or none is classified
     */
    public static double of(Embedding embedding, Labels labels, int[] known, int[] asked, int k, Parallel parallel) {
        if (known.length == 0 || asked.length == 0) {
            return Double.NaN;
        }
        NeighborGraph nearest = NeighborSearch.exact(embedding.rows(known), parallel)
                .nearest(embedding.rows(asked), Math.min(k, known.length), parallel);
        int[] guesses = MajorityVote.of(nearest, labels.rows(known));
        int right = 0;
        for (int i = 0; i < asked.length; i++) {
            right += guesses[i] == labels.classes()[asked[i]] ? 1 : 0;
        }
        return (double) right / asked.length;
    }
}
