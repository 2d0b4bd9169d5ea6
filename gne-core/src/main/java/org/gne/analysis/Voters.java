package org.gne.analysis;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * Rows with a known class that vote: the class of a point is the most frequent class among its nearest rows; of equally
 * frequent classes, the one with the lower index, as in scikit-learn.
 *
 * @param rows a choice of the labelled rows by the seed, ascending
 * @param labels the classes of all rows
 */
record Voters(int[] rows, Labels labels) {

    /** The number of neighbours that vote. */
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

    /** The coordinates of the voters. */
    Embedding places(Embedding map) {
        int dim = map.dim();
        float[] places = new float[rows.length * dim];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(map.values(), rows[i] * dim, places, i * dim, dim);
        }
        return new Embedding(places, dim);
    }

    /**
     * The class of each point by vote.
     *
     * @param points the coordinates of the voters
     * @param queries the coordinates of the points
     */
    int[] classesOf(Embedding points, Embedding queries, long seed, Parallel parallel) {
        int k = Math.min(VOTES, rows.length);
        return majorities(NeighborSearch.over(points, seed, parallel).nearest(queries, k, parallel));
    }

    /** The class of each voter by the vote of the other voters; there must be at least two voters. */
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
