package org.gne.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are used, and for what. In names, {@code *} matches any text; upper and lower case are
 * different. Start from {@link #ALL} and change what you need.
 *
 * @param columns the columns that make a row, or empty for all columns with no other use
 * @param exclude columns to leave out
 * @param categories columns that are read as categories, although they hold numbers or many different texts
 * @param types the types of columns, by their names; if several names match, the last one counts
 * @param missing which texts mean a missing value
 * @param label the column of classes, or of a number for each row, or null
 * @param id the column of ids, or null
 */
public record ColumnChoice(
        List<String> columns,
        List<String> exclude,
        List<String> categories,
        Map<String, TypeChoice> types,
        MissingTexts missing,
        @Nullable String label,
        @Nullable String id) {

    /** All columns, with types found from their values. */
    public static final ColumnChoice ALL =
            new ColumnChoice(List.of(), List.of(), List.of(), Map.of(), MissingTexts.USUAL, null, null);

    /** The lists are copied. */
    public ColumnChoice {
        columns = List.copyOf(columns);
        exclude = List.copyOf(exclude);
        categories = List.copyOf(categories);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    }

    /** The same choice with only these columns; an empty list stands for all columns with no other use. */
    public ColumnChoice withColumns(List<String> value) {
        return new ColumnChoice(value, exclude, categories, types, missing, label, id);
    }

    /** The same choice with these columns left out. */
    public ColumnChoice withExclude(List<String> value) {
        return new ColumnChoice(columns, value, categories, types, missing, label, id);
    }

    /** The same choice with these columns read as categories. */
    public ColumnChoice withCategories(List<String> value) {
        return new ColumnChoice(columns, exclude, value, types, missing, label, id);
    }

    /** The same choice with these types of columns, by their names. */
    public ColumnChoice withTypes(Map<String, TypeChoice> value) {
        return new ColumnChoice(columns, exclude, categories, value, missing, label, id);
    }

    /** The same choice with other texts that mean a missing value. */
    public ColumnChoice withMissing(MissingTexts value) {
        return new ColumnChoice(columns, exclude, categories, types, value, label, id);
    }

    /** The same choice with another column of classes or numbers, or null for none. */
    public ColumnChoice withLabel(@Nullable String value) {
        return new ColumnChoice(columns, exclude, categories, types, missing, value, id);
    }

    /** The same choice with another column of ids, or null for none. */
    public ColumnChoice withId(@Nullable String value) {
        return new ColumnChoice(columns, exclude, categories, types, missing, label, value);
    }

    /** The same choice without columns read as counts, which sparse matrices allow beside tables. */
    public ColumnChoice withoutCounts() {
        Map<String, TypeChoice> others = new LinkedHashMap<>(types);
        others.values().removeIf(type -> type.type() == ColumnType.COUNT);
        return withTypes(others);
    }

    /** The type that the user gave to a column, or null. */
    public @Nullable TypeChoice type(String column) {
        TypeChoice found = null;
        for (Map.Entry<String, TypeChoice> entry : types.entrySet()) {
            found = matches(List.of(entry.getKey()), column) ? entry.getValue() : found;
        }
        if (found == null && matches(exclude, column)) {
            return new TypeChoice(ColumnType.EXCLUDE);
        }
        return found == null && matches(categories, column) ? new TypeChoice(ColumnType.CATEGORY) : found;
    }

    /** Whether a column's name matches one of the patterns. */
    public static boolean matches(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.equals(name) || glob(pattern, name));
    }

    private static boolean glob(String pattern, String name) {
        if (pattern.indexOf('*') < 0) {
            return false;
        }
        String expression = Pattern.compile("\\*")
                .splitAsStream(pattern + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(name + " ").matches();
    }
}
