package org.gne.cli.paper;

import java.util.Map;
import org.gne.data.Labels;
import org.gne.quality.ClassAdjacency;

/**
 * How adjacent the classes 1 and 5 are on a map; the paper says that they are adjacent on its map.
 *
 * @param edges measured by the edges from rows to their nearest rows
 * @param borders measured by the borders of the classes' territories
 */
record SideBySide(Pair edges, Pair borders) {

    /**
     * The pair of classes among all pairs.
     *
     * @param share how adjacent the two classes are, 0 to 1
     * @param rank the rank of the pair, 1 for the most adjacent pair of all
     * @param most the share of the most adjacent pair, 0 to 1
     * @param mostPair the names of the classes of that pair
     */
    record Pair(double share, int rank, double most, String mostPair) {

        static Pair of(ClassAdjacency adjacency, Labels labels, int one, int five) {
            ClassAdjacency.Pair pair = adjacency.pair(one, five);
            ClassAdjacency.Pair closest = adjacency.pairs().get(0);
            return new Pair(
                    pair.share(),
                    adjacency.rank(pair),
                    closest.share(),
                    labels.names().get(closest.first()) + "-" + labels.names().get(closest.second()));
        }

        private void addTo(Map<String, Object> facts, String by) {
            facts.put(by + "OneFive", share);
            facts.put(by + "OneFiveRank", rank);
            facts.put(by + "Most", most);
            facts.put(by + "MostPair", mostPair);
        }
    }

    /** Adds the pair to the facts in {@code metrics.json}. */
    void addTo(Map<String, Object> facts) {
        edges.addTo(facts, "edges");
        borders.addTo(facts, "borders");
    }
}
