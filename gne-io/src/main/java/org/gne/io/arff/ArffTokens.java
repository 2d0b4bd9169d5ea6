package org.gne.io.arff;

import java.util.ArrayList;
import java.util.List;

/** Divides a line of ARFF into values. Quotes are single or double; a backslash keeps the next character. */
final class ArffTokens {

    /**
     * A value.
     *
     * @param text the text without quotes
     * @param quoted whether it had quotes
     */
    record Token(String text, boolean quoted) {

        /** Whether it means a missing value. */
        boolean isMissing() {
            return !quoted && (text.equals("?") || text.isEmpty());
        }
    }

    private final ArffLines lines;
    private final String line;
    private int at;

    ArffTokens(ArffLines lines, String line, int from) {
        this.lines = lines;
        this.line = line;
        this.at = from;
    }

    /** The values of a line, with commas or tabs between them. */
    List<Token> all() {
        List<Token> all = new ArrayList<>();
        do {
            all.add(next(",\t"));
        } while (take());
        return all;
    }

    /** Takes the delimiter before another value; false at the end of the line. */
    private boolean take() {
        return at++ < line.length();
    }

    /** Goes over the delimiter after a value, and blanks. */
    void skip() {
        while (at < line.length() && (line.charAt(at) == ',' || Character.isWhitespace(line.charAt(at)))) {
            at++;
        }
    }

    /** The position after the last value. */
    int at() {
        return at;
    }

    /** The next value, up to one of some characters or the end. */
    Token next(String ends) {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        boolean quoted = at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '"');
        StringBuilder text = new StringBuilder();
        char end = quoted ? line.charAt(at++) : 0;
        while (at < line.length() && (quoted ? line.charAt(at) != end : ends.indexOf(line.charAt(at)) < 0)) {
            char c = line.charAt(at++);
            if (c == '\\' && at < line.length()) {
                c = escaped(line.charAt(at++));
            }
            text.append(c);
        }
        if (!quoted) {
            return new Token(text.toString().strip(), false);
        }
        if (at == line.length()) {
            throw lines.wrong("a quote that is not closed", "a closing quote in the same line");
        }
        at++;
        while (at < line.length() && Character.isWhitespace(line.charAt(at)) && ends.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        if (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
            throw lines.wrong("'" + line.charAt(at) + "' after a quote", "a comma or the end of the line");
        }
        return new Token(text.toString(), true);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
