package org.gne.cli.input;

import java.util.ArrayList;
import java.util.List;

/** Values of an option that are separated by commas; a value with commas is in double quotes, as in CSV: {@code a,"b,c"}. */
final class NameOption {

    private NameOption() {}

    /**
     * Splits the values of an option.
     *
     * @param option the option, for messages
     * @param values what was given, once for each time that the option was given
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<String> split(String option, List<String> values) {
        List<String> names = new ArrayList<>();
        for (String value : values) {
            StringBuilder name = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                boolean two = i + 1 < value.length() && value.charAt(i + 1) == '"';
                if (c == '"' && quoted && two) {
                    name.append(c);
                    i++;
                } else if (c == '"' && (quoted || opens(name))) {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    names.add(name.toString());
                    name.setLength(0);
                } else {
                    name.append(c);
                }
            }
            if (quoted) {
                throw new IllegalArgumentException(
                        option + ": found '" + value + "', expected a closing quote, as in a,\"b,c\"");
            }
            names.add(name.toString());
        }
        return names;
    }

    /** A quote opens a value at its beginning, or after {@code COLUMN=}. */
    private static boolean opens(StringBuilder before) {
        return before.length() == 0 || before.charAt(before.length() - 1) == '=';
    }
}
