package org.gne.cli.paper;

import java.util.Map;
import org.gne.cli.compare.Comparison;
import org.gne.cli.compare.MethodMap;
import org.gne.cli.output.Metrics;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.quality.ClassAdjacency;
import org.gne.quality.ClassTerritories;
import org.gne.quality.ReconstructionError;
import org.jspecify.annotations.Nullable;

/**
 * What is measured to redo the paper beside what all maps have: the error of rows held out, and whether the classes 1 and 5
 * lie beside each other, as the paper remarks of its map.
 *
 * @param labels classes of the rows, or null
 * @param heldOut rows that no method has seen
 * @param seed of what is sampled
 */
record PaperMeasures(@Nullable Labels labels, Dataset heldOut, long seed) implements Comparison.Extra {

    /** Neighbours of a row whose edges are counted, and rows that decide whose a place is. */
    static final int NEIGHBORS = 10;

    static final String HELD_OUT = "heldOutMse";

    static final String EDGES = "edges";

    static final String BORDERS = "borders";

    @Override
    public void add(Map<String, Object> figures, MethodMap map, Parallel parallel) {
        if (map.newRows() != null) {
            float[] errors = map.newRows().errors(heldOut.samples(), parallel);
            Metrics.number(figures, HELD_OUT, ReconstructionError.mean(errors));
        }
        int one = labels == null ? -1 : labels.names().indexOf("1");
        int five = labels == null ? -1 : labels.names().indexOf("5");
        if (labels != null && one >= 0 && five >= 0) {
            add(
                    figures,
                    EDGES,
                    labels,
                    one,
                    five,
                    ClassAdjacency.of(map.embedding(), labels, NEIGHBORS, seed, parallel));
            add(
                    figures,
                    BORDERS,
                    labels,
                    one,
                    five,
                    ClassTerritories.borders(map.embedding(), labels, NEIGHBORS, seed, parallel));
        }
    }

    private static void add(
            Map<String, Object> figures, String by, Labels labels, int one, int five, ClassAdjacency adjacency) {
        ClassAdjacency.Pair pair = adjacency.pair(one, five);
        ClassAdjacency.Pair closest = adjacency.pairs().get(0);
        figures.put(by + "OneFive", pair.share());
        figures.put(by + "OneFiveRank", adjacency.rank(pair));
        figures.put(by + "Most", closest.share());
        figures.put(
                by + "MostPair",
                labels.names().get(closest.first()) + "-" + labels.names().get(closest.second()));
    }
}
