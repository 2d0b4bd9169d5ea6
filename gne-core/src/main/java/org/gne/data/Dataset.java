package org.gne.data;

import org.jspecify.annotations.Nullable;

/**
 * Rows with their labels and ids.
 *
 * @param name the name of the data
 * @param samples the rows
 * @param labels the classes of the rows, or null if there are none
 * @param ids the ids of the rows, or null if there are none
 */
public record Dataset(
        String name,
        Samples samples,
        @Nullable Labels labels,
        @Nullable Ids ids) {

    public Dataset {
        check(name, "labels", labels == null ? samples.size() : labels.size(), samples.size());
        check(name, "ids", ids == null ? samples.size() : ids.size(), samples.size());
    }

    /** A data set without ids. */
    public Dataset(String name, Samples samples, @Nullable Labels labels) {
        this(name, samples, labels, null);
    }

    private static void check(String name, String what, int found, int rows) {
        if (found != rows) {
            throw new IllegalArgumentException(
                    name + ": " + found + " " + what + " for " + rows + " rows, expected as many");
        }
    }

    /** The first {@code rows} rows with their labels and ids. */
    public Dataset limit(int rows) {
        return new Dataset(
                name,
                samples.limit(rows),
                labels == null ? null : labels.limit(rows),
                ids == null ? null : ids.limit(rows));
    }
}
