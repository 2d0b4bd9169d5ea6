package org.gne.cli;

import java.util.Map;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.quality.ClassAdjacency;
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

    /** Neighbours of a row whose edges are counted. */
    static final int NEIGHBORS = 10;

    static final String HELD_OUT = "heldOutMse";

    static final String ADJACENCY = "adjacency15";

    static final String RANK = "adjacency15Rank";

    static final String PAIRS = "classPairs";

    static final String CLOSEST = "mostAdjacent";

    static final String CLOSEST_ADJACENCY = "mostAdjacency";

    @Override
    public void add(Map<String, Object> figures, MethodMap map, Parallel parallel) {
        if (map.newRows() != null) {
            float[] errors = map.newRows().errors(heldOut.samples(), parallel);
            Metrics.number(figures, HELD_OUT, ReconstructionError.mean(errors));
        }
        int one = labels == null ? -1 : labels.names().indexOf("1");
        int five = labels == null ? -1 : labels.names().indexOf("5");
        if (labels != null && one >= 0 && five >= 0) {
            ClassAdjacency adjacency = ClassAdjacency.of(map.embedding(), labels, NEIGHBORS, seed, parallel);
            ClassAdjacency.Pair pair = adjacency.pair(one, five);
            ClassAdjacency.Pair closest = adjacency.pairs().get(0);
            Metrics.number(figures, ADJACENCY, pair.share());
            figures.put(RANK, adjacency.rank(pair));
            figures.put(PAIRS, adjacency.pairs().size());
            figures.put(
                    CLOSEST,
                    labels.names().get(closest.first()) + "-" + labels.names().get(closest.second()));
            Metrics.number(figures, CLOSEST_ADJACENCY, closest.share());
        }
    }
}
