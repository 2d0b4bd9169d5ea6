package org.gne.data;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, and how it is stored in a row of floats.
 *
 * <p>Numbers are stored as {@code (value - origin) / unit}. A float has about seven digits: without an origin, a time
 * in milliseconds or a coordinate far from 0 would use them for the digits that all rows share.
 *
 * @param name the name
 * @param kind the kind of its values
 * @param categories the different values of a {@link Kind#CATEGORY}, at least one; empty for the other kinds
 * @param origin the value that is stored as 0, in the units of the source; 0 for most columns
 * @param unit the difference that is stored as 1, in the units of the source, above 0; 1 for most columns
 * @param source what the vectors of a {@link Kind#VECTOR} were made of; null for the other kinds
 * @serial exclude
 */
public record Column(
        String name,
        Kind kind,
        List<String> categories,
        double origin,
        double unit,
        @Nullable VectorSource source) implements Serializable {

    /** The kinds of values. */
    public enum Kind {
        /** A number. */
        NUMBER,
        /** A boolean: 0 or 1. */
        BOOLEAN,
        /** One of several texts: a number for each of them, 1 for the value and 0 for the others (one-hot). */
        CATEGORY,
        /** A count: 0, 1, 2 and so on. */
        COUNT,
        /** A date: days since 1970-01-01. */
        DATE,
        /** A date and time of day: seconds since 1970-01-01T00:00. */
        TIME,
        /**
         * A vector of unit length, of a text or an image, by an embedding model. Only its direction has a meaning: all its
         * values are scaled by one factor, so that Euclidean distances are those of the cosine.
         */
        VECTOR;

        /** Whether values are points on a line: numbers, dates and times. */
        public boolean isNumber() {
            return this == NUMBER || this == DATE || this == TIME;
        }
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if categories do not fit the kind or occur twice, or the origin or unit is out
     *     of its range
     */
    public Column {
        categories = List.copyOf(categories);
        if ((kind == Kind.CATEGORY) == categories.isEmpty()) {
            throw new IllegalArgumentException("column " + name + ": " + kind + " of " + categories.size()
                    + " categories, expected at least 1 for CATEGORY and none else");
        }
        if ((kind == Kind.VECTOR) != (source != null)) {
            throw new IllegalArgumentException("column " + name + ": " + kind + (source == null ? " without" : " with")
                    + " a source of vectors, expected one for VECTOR and none else");
        }
        if (new HashSet<>(categories).size() < categories.size()) {
            throw new IllegalArgumentException("column " + name + ": a category is there twice");
        }
        if (!Double.isFinite(origin) || !(unit > 0) || Double.isInfinite(unit)) {
            throw new IllegalArgumentException(
                    "column " + name + ": origin " + origin + " and unit " + unit + ", expected finite and above 0");
        }
        if (!kind.isNumber() && (origin != 0 || unit != 1)) {
            throw new IllegalArgumentException(
                    "column " + name + ": " + kind + " with an origin or a unit, expected none");
        }
    }

    /** A column of numbers that are stored without conversion. */
    public Column(String name, Kind kind, List<String> categories) {
        this(name, kind, categories, 0, 1, null);
    }

    /** A column of anything but vectors. */
    public Column(String name, Kind kind, List<String> categories, double origin, double unit) {
        this(name, kind, categories, origin, unit, null);
    }

    /** A column of numbers. */
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, List.of());
    }

    /** A column of counts. */
    public static Column count(String name) {
        return new Column(name, Kind.COUNT, List.of());
    }

    /** A column of booleans. */
    public static Column bool(String name) {
        return new Column(name, Kind.BOOLEAN, List.of());
    }

    /** A column of categories. */
    public static Column category(String name, List<String> categories) {
        return new Column(name, Kind.CATEGORY, categories);
    }

    /** A column of vectors of unit length. */
    public static Column vector(String name, VectorSource source) {
        return new Column(name, Kind.VECTOR, List.of(), 0, 1, source);
    }

    /** The same column, stored with another origin and another unit. */
    public Column keptFrom(double newOrigin, double newUnit) {
        return new Column(name, kind, categories, newOrigin, newUnit);
    }

    /** The number of values in a row. */
    public int width() {
        return source != null ? source.size() : kind == Kind.CATEGORY ? categories.size() : 1;
    }

    /** A value in the units of the source, from the stored float. */
    public double value(double kept) {
        return unit == 1 && origin == 0 ? kept : origin + unit * kept;
    }

    /** The float that is stored for a value in the units of the source. */
    public float kept(double value) {
        return (float) (unit == 1 && origin == 0 ? value : (value - origin) / unit);
    }

    /**
     * The text of a number, date or time: a date as {@code 2024-02-29}, a time as {@code 2024-02-29T08:30:00}, a whole
     * count without a point, a number as the shortest text of the float or, with an origin, of the double.
     *
     * @param kept the stored float; NaN for a missing value, whose text is empty
     */
    public String text(float kept) {
        if (Float.isNaN(kept)) {
            return "";
        }
        return switch (kind) {
            case DATE -> LocalDate.ofEpochDay(Math.round(value(kept))).toString();
            case TIME ->
                LocalDateTime.ofEpochSecond(Math.round(value(kept)), 0, ZoneOffset.UTC)
                        .toString();
            case COUNT -> kept == Math.rint(kept) ? Long.toString((long) kept) : Float.toString(kept);
            default -> unit == 1 && origin == 0 ? Float.toString(kept) : Double.toString(value(kept));
        };
    }

    /**
     * The names of these values: the column's name, {@code name=category} for each category, or {@code name.0}, {@code name.1} ...
     * for a vector.
     */
    Stream<String> valueNames() {
        if (source != null) {
            return IntStream.range(0, source.size()).mapToObj(i -> name + "." + i);
        }
        return kind == Kind.CATEGORY ? categories.stream().map(category -> name + "=" + category) : Stream.of(name);
    }
}
