package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Labels;

/**
 * The k-nearest-neighbour classifier: the most frequent class among the neighbours.
 *
 * @hidden internal
 */
public final class MajorityVote {

    private MajorityVote() {}

    /**
     * The class of each query of a search. Neighbours without a class do not vote.
     *
     * @param nearest the neighbours of each query
     * @param labels the classes of the points
     * @return {@code [queries]}: of equally frequent classes the one with the lower index, as in scikit-learn; -1 if no
     *     neighbour has a class
     */
    public static int[] of(NeighborGraph nearest, Labels labels) {
        int[] winners = new int[nearest.size()];
        int[] votes = new int[labels.names().size()];
        for (int query = 0; query < winners.length; query++) {
            Arrays.fill(votes, 0);
            for (int i = query * nearest.k(); i < (query + 1) * nearest.k(); i++) {
                int label = labels.classes()[nearest.neighbors()[i]];
                if (label >= 0) {
                    votes[label]++;
                }
            }
            winners[query] = winner(votes);
        }
        return winners;
    }

    private static int winner(int[] votes) {
        int winner = -1;
        int most = 0;
        for (int label = 0; label < votes.length; label++) {
            if (votes[label] > most) {
                winner = label;
                most = votes[label];
            }
        }
        return winner;
    }
}
