package org.gne.data;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The class of each row.
 *
 * @param classes one per row: an index into {@code names}, or -1 if the class is not known
 * @param names the names of the classes
 */
public record Labels(int[] classes, List<String> names) implements RowLabels {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a class is below -1 or has no name; the message names the row
     */
    public Labels {
        names = List.copyOf(names);
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] < -1 || classes[i] >= names.size()) {
                throw new IllegalArgumentException(
                        "row " + i + " has class " + classes[i] + ", expected -1 to " + (names.size() - 1));
            }
        }
    }

    /**
     * The classes of the rows by their names; classes are numbered in alphabetical order.
     *
     * @param names one per row; null or an empty text if the class is not known
     */
    public static Labels of(@Nullable String... names) {
        return of(Arrays.asList(names));
    }

    /**
     * The classes of the rows by their names; classes are numbered in alphabetical order.
     *
     * @param names one per row; null or an empty text if the class is not known
     */
    public static Labels of(List<? extends @Nullable String> names) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        for (String name : names) {
            if (name != null && !name.isEmpty()) {
                numbers.put(name, 0);
            }
        }
        List<String> different = List.copyOf(numbers.keySet());
        for (int i = 0; i < different.size(); i++) {
            numbers.put(different.get(i), i);
        }
        int[] classes = new int[names.size()];
        for (int row = 0; row < classes.length; row++) {
            String name = names.get(row);
            Integer number = name == null ? null : numbers.get(name);
            classes[row] = number == null ? -1 : number;
        }
        return new Labels(classes, different);
    }

    /**
     * The classes of the rows by numbers; the name of a class is its number.
     *
     * @param numbers one per row, 0 or more; -1 if the class is not known
     * @throws IllegalArgumentException if a number is below -1
     */
    public static Labels of(int[] numbers) {
        int[] different = IntStream.of(numbers)
                .filter(number -> number != -1)
                .distinct()
                .sorted()
                .toArray();
        if (different.length > 0 && different[0] < -1) {
            throw new IllegalArgumentException(
                    "labels: found " + different[0] + ", expected 0 or more, or -1 if the class is not known");
        }
        int[] classes = IntStream.of(numbers)
                .map(number -> number == -1 ? -1 : Arrays.binarySearch(different, number))
                .toArray();
        return new Labels(
                classes, IntStream.of(different).mapToObj(Integer::toString).toList());
    }

    /**
     * The index of a class.
     *
     * @throws IllegalArgumentException if there is no class of that name; the message lists the names
     */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("class: found '" + name + "', expected "
                    + (names.isEmpty() ? "none, because no row has one" : "one of " + String.join(", ", names)));
        }
        return index;
    }

    @Override
    public int size() {
        return classes.length;
    }

    @Override
    public @Nullable String text(int row) {
        return classes[row] < 0 ? null : names.get(classes[row]);
    }

    /** The name of a row's class, empty if it is not known. */
    public String name(int row) {
        return classes[row] < 0 ? "" : names.get(classes[row]);
    }

    /** The rows whose class is known, ascending. */
    public int[] knownRows() {
        return IntStream.range(0, classes.length)
                .filter(row -> classes[row] >= 0)
                .toArray();
    }

    /** The labels of some rows, in the order of the argument. */
    public Labels rows(int[] rows) {
        return new Labels(IntStream.of(rows).map(row -> classes[row]).toArray(), names);
    }

    /** The labels of the first {@code rows} rows. */
    @Override
    public Labels limit(int rows) {
        return rows >= classes.length ? this : new Labels(Arrays.copyOf(classes, rows), names);
    }

    /** Whether the rows have the same classes with the same names. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Labels that && Arrays.equals(classes, that.classes) && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(classes) + names.hashCode();
    }

    @Override
    public String toString() {
        return "Labels of " + classes.length + " rows, " + names.size() + (names.size() == 1 ? " class" : " classes");
    }
}
