package org.gne.cli.paper;

import java.util.Map;
import org.gne.data.Labels;
import org.gne.quality.ClassAdjacency;

/**
 * Whether the classes 1 and 5 lie side by side on a map, as the paper remarks of its own.
 *
 * @param edges by the edges from rows to their nearest rows
 * @param borders by the borders of the classes' territories
 */
record SideBySide(Pair edges, Pair borders) {

    /**
     * The pair of classes among all pairs.
     *
     * @param share how adjacent the two are, 0 to 1
     * @param rank 1 for the most adjacent pair of all
     * @param most how adjacent the most adjacent pair is, 0 to 1
     * @param mostPair what the classes of that pair are called
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

    /** Adds it to what {@code metrics.json} says. */
    void addTo(Map<String, Object> facts) {
        edges.addTo(facts, "edges");
        borders.addTo(facts, "borders");
    }
}
