package org.gne.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type that a user gave to a column.
 *
 * @param type the type
 * @param cyclic for a date, whether weekday and month become columns too; for a time, also the hour
 * @param dayFirst for a date with the year last, whether the day comes before the month; null to find out
 */
public record TypeChoice(
        ColumnType type, boolean cyclic, @Nullable Boolean dayFirst) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if {@code cyclic} or {@code dayFirst} is given for another type than dates and
     *     times
     */
    public TypeChoice {
        boolean date = type == ColumnType.DATE || type == ColumnType.TIME;
        if (!date && (cyclic || dayFirst != null)) {
            throw new IllegalArgumentException(
                    lower(type) + ": found cyclic, dmy or mdy, expected them with date or time only");
        }
    }

    /** A type without more options. */
    public TypeChoice(ColumnType type) {
        this(type, false, null);
    }

    /**
     * Parses the value of a command line option: the name of a type. After {@code date} and {@code time} there can be {@code
     * ,cyclic}, {@code ,dmy} (day before month) or {@code ,mdy} (month before day).
     *
     * @throws IllegalArgumentException if the text is something else
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
