package org.gne.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.quality.ClassIslands;
import org.gne.quality.DistanceCorrelation;
import org.gne.quality.KnnAccuracy;
import org.gne.quality.NeighborhoodHit;
import org.gne.quality.Preservation;
import org.jspecify.annotations.Nullable;

/**
 * The figures of any map, whatever method made it, under their names in {@code metrics.json}. Those that the data does not
 * allow are left out.
 *
 * @param seed of the rows and pairs that are looked at where there are many
 */
public record MapFigures(Embedding embedding, long seed, Parallel parallel) {

    private static final int VOTERS = 5;

    private static final int NEIGHBORHOOD = 12;

    /** What the classes of the rows tell. */
    public void ofClasses(@Nullable Labels labels, Map<String, Object> values) {
        if (labels == null) {
            return;
        }
        Metrics.number(values, "knnAccuracy", KnnAccuracy.of(embedding, labels, VOTERS, seed, parallel));
        Metrics.number(values, "neighborhoodHit", NeighborhoodHit.of(embedding, labels, NEIGHBORHOOD, parallel));
        ClassIslands islands = ClassIslands.of(embedding, labels, parallel);
        values.put("classIslands", islands.total());
        Map<String, Object> perClass = new LinkedHashMap<>();
        for (int i = 0; i < islands.perClass().length; i++) {
            perClass.put(labels.names().get(i), islands.perClass()[i]);
        }
        values.put("islandsPerClass", perClass);
        Metrics.number(values, "strayRows", islands.stray());
    }

    /**
     * What the rows themselves tell.
     *
     * @param samples as scaled
     */
    public void ofData(Samples samples, Map<String, Object> values) {
        Preservation kept = Preservation.of(samples, embedding, NEIGHBORHOOD, seed, parallel);
        Metrics.number(values, "trustworthiness", kept.trustworthiness());
        Metrics.number(values, "continuity", kept.continuity());
        Metrics.number(values, "distanceCorrelation", DistanceCorrelation.of(samples, embedding, seed, parallel));
    }
}
