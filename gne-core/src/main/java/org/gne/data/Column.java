package org.gne.data;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table, and how it is stored in a row of numbers.
 *
 * @param name the name
 * @param kind the kind of its values
 * @param categories the different values of a {@link Kind#CATEGORY}, at least one; empty for the other kinds
 */
public record Column(String name, Kind kind, List<String> categories) {

    /** The kinds of values. */
    public enum Kind {
        /** A number. */
        NUMBER,
        /** A boolean: 0 or 1. */
        BOOLEAN,
        /** One of several texts: a number for each of them, 1 for the value and 0 for the others (one-hot). */
        CATEGORY
    }

    public Column {
        categories = List.copyOf(categories);
        if ((kind == Kind.CATEGORY) == categories.isEmpty()) {
            throw new IllegalArgumentException("column " + name + ": " + kind + " of " + categories.size()
                    + " categories, expected at least 1 for CATEGORY and none else");
        }
        if (new HashSet<>(categories).size() < categories.size()) {
            throw new IllegalArgumentException("column " + name + ": a category is there twice");
        }
    }

    /** A column of numbers. */
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, List.of());
    }

    /** A column of booleans. */
    public static Column bool(String name) {
        return new Column(name, Kind.BOOLEAN, List.of());
    }

    /** A column of categories. */
    public static Column category(String name, List<String> categories) {
        return new Column(name, Kind.CATEGORY, categories);
    }

    /** The number of values in a row. */
    public int width() {
        return kind == Kind.CATEGORY ? categories.size() : 1;
    }

    /** The names of these values: the column's name, or {@code name=category} for each category. */
    Stream<String> valueNames() {
        return kind == Kind.CATEGORY ? categories.stream().map(category -> name + "=" + category) : Stream.of(name);
    }
}
