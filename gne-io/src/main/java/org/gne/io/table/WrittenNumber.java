package org.gne.io.table;

import java.util.Currency;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A number as people and spreadsheets write it: {@code 3,5}, {@code 1,234.50}, {@code 1.234,5}, {@code 1 234}, {@code $5}, {@code 45 %},
 * {@code (5.00)} or {@code 5.00-} for -5, and a time of day or a duration {@code 10:30} as its hours, 10.5.
 *
 * @param point the number with a decimal point, as a program writes it, if a comma groups digits; null if that is impossible
 * @param comma the same if the comma is the decimal comma; null if that is impossible
 * @param unit the currency or {@code %}, or an empty text
 */
record WrittenNumber(@Nullable String point, @Nullable String comma, String unit) {

    private static final int LONGEST = 40;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final String UNIT = "(\\p{Sc}|%|[A-Z]{3})?";
    private static final String GAP = "[ \\u00a0\\u202f\\u2009]?";

    private static final Pattern WHOLE = Pattern.compile(UNIT + GAP + "([-+\\u2212]?)" + GAP + UNIT + GAP
            + "([0-9.,'\\u2019 \\u00a0\\u202f\\u2009]*[0-9][.,]?)((?:[eE][-+]?[0-9]+)?)" + GAP + UNIT);

    /** Digits in groups of three, all with the same character between them. */
    private static final String GROUPS = "[1-9][0-9]{0,2}([%s])[0-9]{3}(?:\\1[0-9]{3})*";

    private static final String INDIAN = "[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}";

    private static final String SPACES = " \\u00a0\\u202f\\u2009'\\u2019";

    private static final Pattern POINT =
            Pattern.compile("(?:" + String.format(GROUPS, "," + SPACES) + "|" + INDIAN + "|[0-9]*)(?:\\.[0-9]*)?");

    private static final Pattern COMMA =
            Pattern.compile("(?:" + String.format(GROUPS, "." + SPACES) + "|[0-9]*)(?:,[0-9]*)?");

    private static final Pattern CLOCK =
            Pattern.compile("(-?)([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9](?:\\.[0-9]+)?))?");

    /** The number in a text, or null if it is none. */
    static @Nullable WrittenNumber of(String text) {
        String bare = text.strip();
        if (bare.length() > LONGEST || bare.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        String hours = hours(bare);
        if (hours != null) {
            return new WrittenNumber(hours, hours, "");
        }
        String positive = positive(bare);
        if (positive != null) {
            WrittenNumber number = of(positive);
            return number == null ? null : new WrittenNumber(minus(number.point), minus(number.comma), number.unit);
        }
        Matcher parts = WHOLE.matcher(bare);
        if (!parts.matches()) {
            return null;
        }
        String unit = unit(parts.group(1), parts.group(3), parts.group(6));
        if (unit == null) {
            return null;
        }
        String sign = parts.group(2).isEmpty() ? "" : parts.group(2).equals("+") ? "" : "-";
        String digits = parts.group(4).strip();
        String exponent = parts.group(5);
        String point = POINT.matcher(digits).matches() ? sign + digits.replaceAll("[^0-9.]", "") + exponent : null;
        String comma = COMMA.matcher(digits).matches()
                ? sign + digits.replaceAll("[^0-9,]", "").replace(',', '.') + exponent
                : null;
        return point == null && comma == null ? null : new WrittenNumber(point, comma, unit);
    }

    /** What a bookkeeper writes as {@code (5.00)} or {@code 5.00-}, without the sign; null if the text is something else. */
    private static @Nullable String positive(String bare) {
        String inner;
        if (bare.startsWith("(") && bare.endsWith(")")) {
            inner = bare.substring(1, bare.length() - 1);
        } else if (bare.endsWith("-")) {
            inner = bare.substring(0, bare.length() - 1);
        } else {
            return null;
        }
        return inner.matches("[^-+()\\u2212]+") ? inner : null;
    }

    private static @Nullable String minus(@Nullable String number) {
        return number == null ? null : "-" + number;
    }

    /** The hours of {@code 10:30} or {@code 10:30:20}, or null. */
    private static @Nullable String hours(String bare) {
        // Most cells have no colon, and matching takes longer than looking for one.
        if (bare.indexOf(':') < 0) {
            return null;
        }
        Matcher parts = CLOCK.matcher(bare);
        if (!parts.matches()) {
            return null;
        }
        double seconds = parts.group(4) == null ? 0 : Double.parseDouble(parts.group(4));
        double hours = Integer.parseInt(parts.group(2)) + Integer.parseInt(parts.group(3)) / 60.0 + seconds / 3600;
        return parts.group(1) + hours;
    }

    /** The only one of three units, an empty text if there is none, null if there are several or it is not known. */
    private static @Nullable String unit(@Nullable String... units) {
        String found = "";
        for (String unit : units) {
            if (unit != null) {
                boolean known = unit.length() < 3 || CURRENCIES.contains(unit);
                if (!known || !found.isEmpty()) {
                    return null;
                }
                found = unit;
            }
        }
        return found;
    }

    /** Whether a number with one point, as a program reads it, can also be one whose point groups digits: {@code 1.234}. */
    static boolean isGroupedByPoints(String number) {
        String bare = number.strip();
        int point = bare.indexOf('.');
        int start = bare.startsWith("-") || bare.startsWith("+") ? 1 : 0;
        int before = point - start;
        return before >= 1
                && before <= 3
                && bare.length() - point == 4
                && bare.charAt(start) != '0'
                && bare.indexOf('e') < 0
                && bare.indexOf('E') < 0;
    }

    /** Whether a decimal point and a decimal comma are possible, and make different numbers. */
    boolean isUnclear() {
        return point != null && comma != null && Double.parseDouble(point) != Double.parseDouble(comma);
    }
}
