package org.gne.analysis;

import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.MajorityVote;
import org.gne.neighbor.NeighborSearch;

/**
 * Rows with a known class that vote: the class of a point is the most frequent class among its nearest rows; of equally
 * frequent classes, the one with the lower index, as in scikit-learn.
 *
 * @param rows a choice of the labelled rows by the seed, ascending
 * @param labels the class of each of them
 */
record Voters(int[] rows, Labels labels) {

    /** The number of neighbours that vote. */
    static final int VOTES = 15;

    /** At most {@code most} of the rows whose class is known. */
    static Voters of(Labels labels, int most, long seed) {
        int[] known = labels.knownRows();
        int[] chosen = known;
        if (known.length > most) {
            int[] order = CounterRandom.of(seed, "voters").permutation(known.length);
            chosen = IntStream.range(0, most).map(i -> known[order[i]]).sorted().toArray();
        }
        return new Voters(chosen, labels.rows(chosen));
    }

    /** The coordinates of the voters. */
    Embedding places(Embedding map) {
        return map.rows(rows);
    }

    /**
     * The class of each point by vote.
     *
     * @param points the coordinates of the voters
     * @param queries the coordinates of the points
     */
    int[] classesOf(Embedding points, Embedding queries, long seed, Parallel parallel) {
        int k = Math.min(VOTES, rows.length);
        return MajorityVote.of(NeighborSearch.over(points, seed, parallel).nearest(queries, k, parallel), labels);
    }

    /** The class of each voter by the vote of the other voters; there must be at least two voters. */
    int[] classesOfEachOther(Embedding points, long seed, Parallel parallel) {
        int k = Math.min(VOTES, rows.length - 1);
        return MajorityVote.of(NeighborSearch.over(points, seed, parallel).graph(k, parallel), labels);
    }
}
