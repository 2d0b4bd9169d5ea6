package org.gne.io;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are used, and for what. In names, {@code *} matches any text; upper and lower case are
 * different.
 *
 * @param columns the columns that make a row, or empty for all columns with no other use
 * @param exclude columns to leave out
 * @param categories columns that are read as categories, although they hold numbers or many different texts
 * @param label the column of classes, or null
 * @param id the column of ids, or null
 */
public record ColumnChoice(
        List<String> columns,
        List<String> exclude,
        List<String> categories,
        @Nullable String label,
        @Nullable String id) {

    /** Every column is part of the row. */
    public static final ColumnChoice ALL = new ColumnChoice(List.of(), List.of(), List.of(), null, null);

    public ColumnChoice {
        columns = List.copyOf(columns);
        exclude = List.copyOf(exclude);
        categories = List.copyOf(categories);
    }

    public ColumnChoice withLabel(@Nullable String value) {
        return new ColumnChoice(columns, exclude, categories, value, id);
    }

    public ColumnChoice withId(@Nullable String value) {
        return new ColumnChoice(columns, exclude, categories, label, value);
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
