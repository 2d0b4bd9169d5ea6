package org.gne.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their labels and ids.
 *
 * @param name the name of the data
 * @param samples the rows
 * @param labels their classes, or null where there are none
 * @param target labels that are numbers, or null where there are none
 * @param ids what the rows are called, or null where they are known by their number only
 * @param notes what a person should know of how the data was read, a line each: columns that were left out, values that
 *     may be codes
 */
public record Dataset(
        String name,
        Samples samples,
        @Nullable Labels labels,
        @Nullable Target target,
        @Nullable Ids ids,
        List<String> notes) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are not as many labels, target values or ids as rows
     */
    public Dataset {
        notes = List.copyOf(notes);
        check(name, "labels", labels == null ? samples.size() : labels.size(), samples.size());
        check(name, "target values", target == null ? samples.size() : target.size(), samples.size());
        check(name, "ids", ids == null ? samples.size() : ids.size(), samples.size());
    }

    /** The labels, classes or numbers, or null where there are none. */
    public @Nullable RowLabels rowLabels() {
        return labels != null ? labels : target;
    }

    /** Rows of which nothing else is known yet: {@link #withLabels} and {@link #withIds} add to it. */
    public static Dataset of(Samples samples) {
        return new Dataset("data", samples, null);
    }

    /**
     * Rows of which nothing else is known yet.
     *
     * @see Samples#of(float[][])
     */
    public static Dataset of(float[][] rows) {
        return of(Samples.of(rows));
    }

    /**
     * Rows of which nothing else is known yet.
     *
     * @see Samples#of(double[][])
     */
    public static Dataset of(double[][] rows) {
        return of(Samples.of(rows));
    }

    /** The same data with another name, which figures and messages use. */
    public Dataset withName(String value) {
        return new Dataset(value, samples, labels, target, ids, notes);
    }

    /** Rows and their classes, without ids. */
    public Dataset(String name, Samples samples, @Nullable Labels labels) {
        this(name, samples, labels, null, null, List.of());
    }

    private static void check(String name, String what, int found, int rows) {
        if (found != rows) {
            throw new IllegalArgumentException(
                    name + ": " + found + " " + what + " for " + rows + " rows, expected as many");
        }
    }

    /** Other rows, as many, of which the same is known. */
    public Dataset withSamples(Samples value) {
        return new Dataset(name, value, labels, target, ids, notes);
    }

    /** The same rows with these classes. */
    public Dataset withLabels(@Nullable Labels value) {
        return new Dataset(name, samples, value, target, ids, notes);
    }

    /** The same rows with this number for each. */
    public Dataset withTarget(@Nullable Target value) {
        return new Dataset(name, samples, labels, value, ids, notes);
    }

    /** The same rows with these ids. */
    public Dataset withIds(@Nullable Ids value) {
        return new Dataset(name, samples, labels, target, value, notes);
    }

    /** The same with more notes. */
    public Dataset withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Dataset(name, samples, labels, target, ids, all);
    }

    /** The first {@code rows} rows with what is known of them. */
    public Dataset limit(int rows) {
        return new Dataset(
                name,
                samples.limit(rows),
                labels == null ? null : labels.limit(rows),
                target == null ? null : target.limit(rows),
                ids == null ? null : ids.limit(rows),
                notes);
    }

    /** The name, the number of rows and their width, and what else is known. */
    @Override
    public String toString() {
        RowLabels known = rowLabels();
        return "Dataset " + name + ": " + samples.size() + " rows of " + samples.width() + " values"
                + (known == null ? "" : ", " + known) + (ids == null ? "" : ", with ids");
    }
}
