package org.gne.explorer;

import java.util.List;
import org.gne.GneModel;
import org.gne.analysis.CountOutliers;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.jspecify.annotations.Nullable;

/**
 * A map and everything that the page shows about it.
 *
 * @param title the title of the page
 * @param model a model with a map of 2 dimensions
 * @param samples the rows that the model was fitted to, or null if they are not available
 * @param labels the labels of the rows, classes or numbers, or null
 * @param ids the ids of the rows, or null
 * @param errors {@code [rows]}: the mean squared error of each row in scaled units, or empty if they are not known
 * @param others maps of the same rows by other methods, shown beside this map
 * @param clusters the clusters of the map, or null
 * @param moves where rows were before, or null
 * @param facts what else is known of the rows, by which the page colours and filters them
 */
public record MapContent(
        String title,
        GneModel model,
        @Nullable Samples samples,
        @Nullable RowLabels labels,
        @Nullable Ids ids,
        float[] errors,
        List<ComparedMap> others,
        @Nullable MapClusters clusters,
        @Nullable RowMoves moves,
        List<RowFact> facts) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the map does not have 2 dimensions, or there are not as many labels, ids,
     *     errors, facts, rows of clusters and points of other maps as rows
     */
    public MapContent {
        if (model.dim() != 2) {
            throw new IllegalArgumentException(title + ": a map of " + model.dim() + " dimensions, expected 2");
        }
        int rows = model.embedding().size();
        check(title, "rows", samples == null ? rows : samples.size(), rows);
        check(title, "labels", labels == null ? rows : labels.size(), rows);
        check(title, "ids", ids == null ? rows : ids.size(), rows);
        check(title, "errors", errors.length == 0 ? rows : errors.length, rows);
        check(
                title,
                "rows of clusters",
                clusters == null ? rows : clusters.tree().rows(),
                rows);
        check(title, "moves", moves == null ? rows : moves.before().size(), rows);
        facts = List.copyOf(facts);
        facts.forEach(
                fact -> check(title, "values of " + fact.name(), fact.values().size(), rows));
        others = List.copyOf(others);
        for (ComparedMap other : others) {
            check(title, "coordinates of " + other.name(), other.embedding().size(), rows);
        }
        if (samples != null && samples.width() != model.schema().width()) {
            throw new IllegalArgumentException(title + ": rows of " + samples.width() + " values, expected "
                    + model.schema().width());
        }
    }

    private static void check(String title, String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    title + ": " + found + " " + what + " for a map of " + expected + " rows, expected as many");
        }
    }

    /** A map without the rows of the data. */
    public static MapContent of(String title, GneModel model, float @Nullable [] errors) {
        return of(title, model, errors, null);
    }

    /**
     * A map without the rows of the data.
     *
     * @param names what the rows are called, or null
     */
    public static MapContent of(String title, GneModel model, float @Nullable [] errors, @Nullable Ids names) {
        return new MapContent(
                title,
                model,
                null,
                model.rowLabels(),
                names,
                errors == null ? new float[0] : errors,
                List.of(),
                null,
                null,
                List.of());
    }

    /** A map and the rows of the data. If the data has no labels, those of the model are used. */
    public static MapContent of(String title, GneModel model, Dataset data, int threads) {
        float[] errors = model.trainingErrors().length > 0
                ? model.trainingErrors()
                : model.reconstructionErrors(data.samples(), threads);
        return new MapContent(
                title,
                model,
                data.samples(),
                data.rowLabels() == null ? model.rowLabels() : data.rowLabels(),
                RowNames.of(data),
                errors,
                List.of(),
                null,
                null,
                CountOutliers.addedTo(data.facts(), errors));
    }

    /** The same content with maps of the same rows by other methods. */
    public MapContent beside(List<ComparedMap> maps) {
        return new MapContent(title, model, samples, labels, ids, errors, maps, clusters, moves, facts);
    }

    /** The same content with clusters, whose names are written on the map. */
    public MapContent withClusters(@Nullable MapClusters found) {
        return new MapContent(title, model, samples, labels, ids, errors, others, found, moves, facts);
    }

    /** The same content with where rows were before. */
    public MapContent withMoves(@Nullable RowMoves found) {
        return new MapContent(title, model, samples, labels, ids, errors, others, clusters, found, facts);
    }

    /** The same content, of whose rows other facts are known. */
    public MapContent withFacts(List<RowFact> found) {
        return new MapContent(title, model, samples, labels, ids, errors, others, clusters, moves, found);
    }

    int rows() {
        return model.embedding().size();
    }
}
