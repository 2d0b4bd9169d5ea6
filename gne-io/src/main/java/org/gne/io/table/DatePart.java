package org.gne.io.table;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cyclic parts of a date or time, which can be columns of categories. */
enum DatePart {
    WEEKDAY(
            Arrays.stream(DayOfWeek.values())
                    .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .toList(),
            time -> time.getDayOfWeek().ordinal()),
    MONTH(
            Arrays.stream(Month.values())
                    .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .toList(),
            time -> time.getMonth().ordinal()),
    HOUR(IntStream.range(0, 24).mapToObj(Integer::toString).toList(), LocalDateTime::getHour);

    private final List<String> names;
    private final ToIntFunction<LocalDateTime> number;

    DatePart(List<String> names, ToIntFunction<LocalDateTime> number) {
        this.names = names;
        this.number = number;
    }

    /** The name of its column. */
    String column(String date) {
        return date + " (" + name().toLowerCase(Locale.ROOT) + ")";
    }

    /** The name of the date, from the name of the column of this part; null for another name. */
    @Nullable String date(String column) {
        String end = " (" + name().toLowerCase(Locale.ROOT) + ")";
        return column.endsWith(end) ? column.substring(0, column.length() - end.length()) : null;
    }

    /** All values, in their order. */
    List<String> names() {
        return names;
    }

    /**
     * The index of the value of a time.
     *
     * @param seconds since 1970-01-01T00:00 UTC
     */
    int of(double seconds) {
        return number.applyAsInt(LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC));
    }
}
