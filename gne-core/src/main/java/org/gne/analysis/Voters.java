package org.gne.analysis;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * Rows of known class that vote by nearness: a place has the class of most of its nearest rows, of equal votes the lower
 * class, as in scikit-learn.
 *
 * @param rows a seeded choice of the labelled rows, ascending
 * @param labels the classes of all rows
 */
record Voters(int[] rows, Labels labels) {

    /** Neighbours that vote. */
    static final int VOTES = 15;

    /** At most {@code most} of the labelled rows. */
    static Voters of(Labels labels, int most, long seed) {
        int[] labelled = new int[labels.size()];
        int count = 0;
        for (int row = 0; row < labelled.length; row++) {
            if (labels.classes()[row] >= 0) {
                labelled[count++] = row;
            }
        }
        int[] chosen = Arrays.copyOf(labelled, count);
        if (count > most) {
            int[] order = CounterRandom.of(seed, "voters").permutation(count);
            chosen = new int[most];
            for (int i = 0; i < most; i++) {
                chosen[i] = labelled[order[i]];
            }
            Arrays.sort(chosen);
        }
        return new Voters(chosen, labels);
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
        return majorities(NeighborSearch.over(points, seed, parallel).nearest(queries, k, parallel));
    }

    /** The class of each voter by vote of the others; at least two voters. */
    int[] classesOfEachOther(Embedding points, long seed, Parallel parallel) {
        int k = Math.min(VOTES, rows.length - 1);
        return majorities(NeighborSearch.over(points, seed, parallel).graph(k, parallel));
    }

    private int[] majorities(NeighborGraph graph) {
        int[] majorities = new int[graph.size()];
        int[] votes = new int[labels.names().size()];
        for (int i = 0; i < majorities.length; i++) {
            Arrays.fill(votes, 0);
            for (int j = 0; j < graph.k(); j++) {
                votes[labels.classes()[rows[graph.neighbors()[i * graph.k() + j]]]]++;
            }
            for (int label = 1; label < votes.length; label++) {
                majorities[i] = votes[label] > votes[majorities[i]] ? label : majorities[i];
            }
        }
        return majorities;
    }
}
