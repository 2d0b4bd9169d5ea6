package org.gne.io.table;

import java.util.regex.Pattern;

/** Options of the command in messages, so that they can be copied to a shell. */
final class OptionText {

    /** Characters that no shell changes. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.,:=/@%+-]+");

    /** Characters that the shells of Unix change in double quotes. */
    private static final Pattern SPECIAL = Pattern.compile("[\"$`\\\\!]");

    private OptionText() {}

    /** {@code --type NAME=TYPE}, with quotes if the name needs them. */
    static String type(String column, String type) {
        return "--type " + value(column + "=" + type);
    }

    /** {@code --missing NAME=TEXT}, with quotes if name or text need them. */
    static String missing(String column, String text) {
        return "--missing " + value(column + "=" + text);
    }

    /** {@code --exclude NAME}, with quotes if the name needs them. */
    static String exclude(String column) {
        return "--exclude " + value(column);
    }

    /** A value of an option, with quotes if it needs them. */
    static String value(String value) {
        if (PLAIN.matcher(value).matches()) {
            return value;
        }
        return SPECIAL.matcher(value).find() ? "'" + value.replace("'", "'\\''") + "'" : '"' + value + '"';
    }
}
