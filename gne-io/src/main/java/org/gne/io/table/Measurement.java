package org.gne.io.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number with a unit in letters behind it: {@code 12.5 kg}, {@code 90km/h}, {@code 20 °C}.
 *
 * @param number the number as it is written
 * @param unit the unit
 */
record Measurement(String number, String unit) {

    private static final int LONGEST = 40;

    private static final Pattern FORM =
            Pattern.compile("(.*[0-9][.,]?)[ \\u00a0\\u202f\\u2009]?((?:\\p{L}|\\u00b0)[\\p{L}/\\u00b2\\u00b3]{0,7})");

    /** The measurement in a text, or null if it is none. */
    static @Nullable Measurement of(String text) {
        String bare = text.strip();
        if (bare.length() < 2 || bare.length() > LONGEST || Character.isDigit(bare.charAt(bare.length() - 1))) {
            return null;
        }
        Matcher parts = FORM.matcher(bare);
        return parts.matches() ? new Measurement(parts.group(1), parts.group(2)) : null;
    }

    /** The number of a measurement with a unit; any other text as it is. */
    static String number(String text, String unit) {
        Measurement found = of(text);
        return found != null && found.unit.equals(unit) ? found.number : text;
    }
}
