package org.gne.analysis;

import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.MajorityVote;
import org.gne.neighbor.NeighborSearch;

/**
 * Rows of known class that vote by nearness: a place has the class of most of its nearest rows, of equal votes the lower
 * class, as in scikit-learn.
 *
 * @param rows a seeded choice of the labelled rows, ascending
 * @param labels the class of each of them
 */
record Voters(int[] rows, Labels labels) {

    /** Neighbours that vote. */
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

    /** Where they lie. */
    Embedding places(Embedding map) {
        return map.rows(rows);
    }

    /**
     * The class of places by vote.
     *
     * @param points where the voters lie, one each
     * @param queries the places
     */
    int[] classesOf(Embedding points, Embedding queries, long seed, Parallel parallel) {
        int k = Math.min(VOTES, rows.length);
        return MajorityVote.of(NeighborSearch.over(points, seed, parallel).nearest(queries, k, parallel), labels);
    }

    /** The class of each voter by vote of the others; at least two voters. */
    int[] classesOfEachOther(Embedding points, long seed, Parallel parallel) {
        int k = Math.min(VOTES, rows.length - 1);
        return MajorityVote.of(NeighborSearch.over(points, seed, parallel).graph(k, parallel), labels);
    }
}
