package org.gne.cli.paper;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.cli.compare.Candidate;
import org.gne.cli.compare.Comparison;
import org.gne.cli.compare.MethodMap;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.quality.ClassAdjacency;
import org.gne.quality.ClassTerritories;
import org.gne.quality.Measure;
import org.gne.quality.ReconstructionError;
import org.gne.results.Metrics;
import org.jspecify.annotations.Nullable;

/** The additional measures for the paper: the error of held-out rows, and how adjacent the classes 1 and 5 are. */
final class PaperMeasures implements Comparison.Extra {

    /** The number of neighbours of a row whose edges are counted, and of rows that decide the class of a point. */
    static final int NEIGHBORS = 10;

    private final @Nullable Labels labels;
    private final Dataset heldOut;
    private final long seed;
    private final Map<String, SideBySide> sideBySide = new LinkedHashMap<>();

    /**
     * @param labels the classes of the rows, or null
     * @param heldOut rows that no method was fitted to
     * @param seed the seed of random choices
     */
    PaperMeasures(@Nullable Labels labels, Dataset heldOut, long seed) {
        this.labels = labels;
        this.heldOut = heldOut;
        this.seed = seed;
    }

    /** How adjacent 1 and 5 are, by the names of the methods; empty if there are no such classes. */
    Map<String, SideBySide> sideBySide() {
        return sideBySide;
    }

    @Override
    public Metrics add(Metrics metrics, Candidate candidate, MethodMap map, Parallel parallel) {
        int one = labels == null ? -1 : labels.names().indexOf("1");
        int five = labels == null ? -1 : labels.names().indexOf("5");
        if (labels != null && one >= 0 && five >= 0) {
            ClassAdjacency edges = ClassAdjacency.of(map.embedding(), labels, NEIGHBORS, seed, parallel);
            ClassAdjacency borders = ClassTerritories.borders(map.embedding(), labels, NEIGHBORS, seed, parallel);
            SideBySide found = new SideBySide(
                    SideBySide.Pair.of(edges, labels, one, five), SideBySide.Pair.of(borders, labels, one, five));
            found.addTo(metrics.facts());
            sideBySide.put(candidate.name(), found);
        }
        if (map.newRows() == null) {
            return metrics;
        }
        float[] errors = map.newRows().errors(heldOut.samples(), parallel);
        return new Metrics(
                metrics.facts(), metrics.quality().with(Measure.HELD_OUT_MSE, ReconstructionError.mean(errors)));
    }
}
