package org.gne.io.table;

import java.util.List;

/** The English names of months, in full or as three letters: {@code March}, {@code mar}. */
final class MonthName {

    private static final int SHORT = 3;

    private static final List<String> NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private MonthName() {}

    /** The month whose name is in a text from an index on, 1 to 12; 0 if there is none. */
    static int month(String text, int at) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (text.regionMatches(true, at, NAMES.get(i), 0, SHORT)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The length of the name of this month in a text from an index on. */
    static int length(String text, int at, int month) {
        String name = NAMES.get(month - 1);
        return text.regionMatches(true, at, name, 0, name.length()) ? name.length() : SHORT;
    }
}
