package org.gne.explorer;

import java.util.List;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param title what a person calls the map
 * @param model of a map of 2 dimensions
 * @param samples the rows that the model was fitted to, or null where they are not at hand
 * @param labels their classes, or null
 * @param ids what they are called, or null
 * @param errors {@code [rows]}: mean squared error of each row in scaled units, or empty where they are not known
 * @param others maps that other methods made of the same rows, to be seen beside it
 */
public record MapContent(
        String title,
        GneModel model,
        @Nullable Samples samples,
        @Nullable Labels labels,
        @Nullable Ids ids,
        float[] errors,
        List<ComparedMap> others) {

    public MapContent {
        if (model.dim() != 2) {
            throw new IllegalArgumentException(
                    title + ": a map of " + model.dim() + " dimensions, expected 2, which is what a page shows");
        }
        int rows = model.embedding().size();
        check(title, "rows", samples == null ? rows : samples.size(), rows);
        check(title, "labels", labels == null ? rows : labels.size(), rows);
        check(title, "ids", ids == null ? rows : ids.size(), rows);
        check(title, "errors", errors.length == 0 ? rows : errors.length, rows);
        others = List.copyOf(others);
        for (ComparedMap other : others) {
            check(title, "places of " + other.name(), other.embedding().size(), rows);
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

    /** A map without its rows. */
    public static MapContent of(String title, GneModel model, float @Nullable [] errors) {
        return new MapContent(
                title, model, null, model.labels(), null, errors == null ? new float[0] : errors, List.of());
    }

    /** A map and its rows; the model's classes where the data have none. */
    public static MapContent of(String title, GneModel model, Dataset data, int threads) {
        return new MapContent(
                title,
                model,
                data.samples(),
                data.labels() == null ? model.labels() : data.labels(),
                data.ids(),
                model.trainingErrors().length > 0
                        ? model.trainingErrors()
                        : model.reconstructionErrors(data.samples(), threads),
                List.of());
    }

    /** The same beside maps that other methods made of the same rows. */
    public MapContent beside(List<ComparedMap> maps) {
        return new MapContent(title, model, samples, labels, ids, errors, maps);
    }

    int rows() {
        return model.embedding().size();
    }
}
