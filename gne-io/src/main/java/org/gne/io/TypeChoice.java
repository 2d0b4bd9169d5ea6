package org.gne.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person said that a column is.
 *
 * @param type what its values are
 * @param cyclic of a date: whether weekday and month are columns of their own; of a time, the hour too
 * @param dayFirst of a date with the year last: whether the day comes before the month; null to see by the values
 */
public record TypeChoice(
        ColumnType type, boolean cyclic, @Nullable Boolean dayFirst) {

    public TypeChoice {
        boolean date = type == ColumnType.DATE || type == ColumnType.TIME;
        if (!date && (cyclic || dayFirst != null)) {
            throw new IllegalArgumentException(
                    lower(type) + ": found cyclic, dmy or mdy, expected them with date or time only");
        }
    }

    /** A type and nothing more. */
    public TypeChoice(ColumnType type) {
        this(type, false, null);
    }

    /**
     * As it is written on a command line: a type in lower case; after {@code date} and {@code time} perhaps
     * {@code ,cyclic}, {@code ,dmy} (day before month) or {@code ,mdy} (month before day).
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static TypeChoice of(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split(",", -1);
        ColumnType type = Arrays.stream(ColumnType.values())
                .filter(each -> lower(each).equals(words[0].strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found '" + text + "', expected one of "
                        + Arrays.stream(ColumnType.values())
                                .map(TypeChoice::lower)
                                .collect(Collectors.joining(", "))));
        boolean cyclic = false;
        Boolean dayFirst = null;
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            switch (word.strip()) {
                case "cyclic" -> cyclic = true;
                case "dmy" -> dayFirst = true;
                case "mdy" -> dayFirst = false;
                default ->
                    throw new IllegalArgumentException(
                            "found '" + text + "', expected cyclic, dmy or mdy after " + lower(type) + ",");
            }
        }
        return new TypeChoice(type, cyclic, dayFirst);
    }

    private static String lower(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
