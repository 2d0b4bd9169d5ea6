package org.gne.io.table;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Parses dates and times: a date in one of the {@link DateOrder}s; then, optionally, {@code T} or blanks and a time of day like
 * {@code 12:30}, {@code 12:30:05}, {@code 12:30:05.25} or {@code 2:30 PM}; then, optionally, {@code Z}, {@code UTC} or an
 * offset like {@code +01:00}. A time without an offset is in UTC.
 */
final class DateText {

    private static final double DAY = 86_400;

    private static final int LONGEST = 48;

    private final String text;
    private int at;

    private DateText(String text) {
        this.text = text;
    }

    /** The seconds since 1970-01-01T00:00 UTC; NaN if the text is not a date in this order. */
    static double seconds(String cell, DateOrder order) {
        String text = cell.strip();
        boolean named = order == DateOrder.NAMED_MONTH;
        if (text.isEmpty() || text.length() > LONGEST || (!named && !isDigit(text.charAt(0)))) {
            return Double.NaN;
        }
        return new DateText(text).read(order);
    }

    /** The same for a number like 20200131. */
    static double compact(double number) {
        return number == Math.rint(number) ? seconds(Long.toString((long) number), DateOrder.COMPACT) : Double.NaN;
    }

    /** Whether a date has a time of day. */
    static boolean hasTime(String cell) {
        return cell.indexOf(':') >= 0;
    }

    private double read(DateOrder order) {
        double day = switch (order) {
            case COMPACT -> compact();
            case YEAR_MONTH -> month();
            case NAMED_MONTH -> named();
            default -> date(order);
        };
        if (Double.isNaN(day) || at == text.length()) {
            return day * DAY;
        }
        if (peek() != 'T' && peek() != ' ') {
            return Double.NaN;
        }
        at++;
        while (peek() == ' ') {
            at++;
        }
        double time = timeOfDay();
        double seconds = day * DAY + time - offset();
        return at == text.length() ? seconds : Double.NaN;
    }

    private double compact() {
        int begin = at;
        int number = integer(8);
        return at - begin == 8 ? day(number / 10_000, number / 100 % 100, number % 100) : Double.NaN;
    }

    private double month() {
        int year = integer(4);
        boolean usual = at == 4 && (peek() == '-' || peek() == '/');
        at++;
        int begin = at;
        int month = usual ? integer(2) : 0;
        return usual && at - begin == 2 && at == text.length() ? day(year, month, 1) : Double.NaN;
    }

    /** {@code 31 Jan 2020}, {@code 31-Jan-2020}, {@code Jan 31, 2020}. */
    private double named() {
        int day = isDigit(peek()) ? integer(2) : 0;
        if (day > 0) {
            separator();
        }
        int month = MonthName.month(text, at);
        if (month == 0) {
            return Double.NaN;
        }
        at += MonthName.length(text, at, month);
        separator();
        if (day == 0) {
            day = integer(2);
            separator();
        }
        int begin = at;
        int year = integer(4);
        return at - begin == 4 ? day(year, month, day) : Double.NaN;
    }

    /** Skips what is between the parts of a date with the name of a month. */
    private void separator() {
        while (peek() == ' ' || peek() == '-' || peek() == '/' || peek() == '.' || peek() == ',') {
            at++;
        }
    }

    private double date(DateOrder order) {
        int begin = at;
        int first = integer(4);
        int length = at - begin;
        char separator = peek();
        boolean usual = separator == '-' || separator == '/' || (separator == '.' && order == DateOrder.DAY_FIRST);
        if (!usual || (length == 4) != (order == DateOrder.YEAR_FIRST) || length == 3) {
            return Double.NaN;
        }
        at++;
        int second = integer(2);
        if (peek() != separator) {
            return Double.NaN;
        }
        at++;
        begin = at;
        int third = integer(order == DateOrder.YEAR_FIRST ? 2 : 4);
        return switch (order) {
            case YEAR_FIRST -> day(first, second, third);
            case DAY_FIRST -> at - begin == 4 ? day(third, second, first) : Double.NaN;
            default -> at - begin == 4 ? day(third, first, second) : Double.NaN;
        };
    }

    private static double day(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return Double.NaN;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private double timeOfDay() {
        int hour = integer(2);
        if (hour > 23 || peek() != ':') {
            return Double.NaN;
        }
        at++;
        int minute = integer(2);
        double second = 0;
        if (peek() == ':') {
            at++;
            second = integer(2);
            if (peek() == '.' || peek() == ',') {
                second += fraction();
            }
        }
        if (minute > 59 || !(second < 60)) {
            return Double.NaN;
        }
        int half = half();
        if (half >= 0 && (hour < 1 || hour > 12)) {
            return Double.NaN;
        }
        hour = half < 0 ? hour : hour % 12 + half;
        return hour * 3600.0 + minute * 60 + second;
    }

    private double fraction() {
        at++;
        double value = 0;
        double place = 0.1;
        while (isDigit(peek())) {
            value += place * (text.charAt(at++) - '0');
            place /= 10;
        }
        return value;
    }

    /** The hours to add for AM or PM, -1 without them. */
    private int half() {
        int before = at;
        while (peek() == ' ') {
            at++;
        }
        boolean morning = text.regionMatches(true, at, "AM", 0, 2);
        if (morning || text.regionMatches(true, at, "PM", 0, 2)) {
            at += 2;
            return morning ? 0 : 12;
        }
        at = before;
        return -1;
    }

    /** The seconds that the time zone is ahead of UTC, 0 without a time zone. */
    private double offset() {
        while (peek() == ' ') {
            at++;
        }
        if (peek() == 'Z') {
            at++;
            return 0;
        }
        if (text.startsWith("UTC", at)) {
            at += 3;
            return 0;
        }
        if (peek() != '+' && peek() != '-') {
            return 0;
        }
        int sign = text.charAt(at++) == '+' ? 1 : -1;
        int hours = integer(2);
        if (peek() == ':') {
            at++;
        }
        int minutes = isDigit(peek()) ? integer(2) : 0;
        return hours > 18 || minutes > 59 ? Double.NaN : sign * (hours * 3600.0 + minutes * 60);
    }

    /** A number with at most {@code most} digits; without a digit, a number that is too large for any part of a date. */
    private int integer(int most) {
        int value = 0;
        int begin = at;
        while (at - begin < most && isDigit(peek())) {
            value = 10 * value + (text.charAt(at++) - '0');
        }
        return at == begin ? Integer.MAX_VALUE / 2 : value;
    }

    /** The next character, or a zero at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
