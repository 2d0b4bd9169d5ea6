package org.gne.data;

import org.jspecify.annotations.Nullable;

/**
 * Rows and what is known of them.
 *
 * @param name what a person calls the data
 * @param samples the rows
 * @param labels their classes, or null where there are none
 */
public record Dataset(
        String name, Samples samples, @Nullable Labels labels) {

    public Dataset {
        if (labels != null && labels.size() != samples.size()) {
            throw new IllegalArgumentException(
                    name + ": " + labels.size() + " labels for " + samples.size() + " rows, expected as many");
        }
    }

    /** The first {@code rows} rows with their labels. */
    public Dataset limit(int rows) {
        return new Dataset(name, samples.limit(rows), labels == null ? null : labels.limit(rows));
    }
}
