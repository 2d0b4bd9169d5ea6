package org.gne.io.jdbc;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gne.io.InputException;

/**
 * Makes sure that a text is one query that reads. Databases differ in what a quote or a comment is, so a semicolon is refused everywhere
 * but at the end; without one, a driver runs no second statement.
 */
final class QueryText {

    private static final Pattern FIRST =
            Pattern.compile("(?:\\s|\\(|--[^\\n]*\\n|/\\*(?s:.*?)\\*/)*([A-Za-z]+)(?s:.*)");

    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

    private QueryText() {}

    /**
     * A query without the semicolon at its end.
     *
     * @throws InputException if it is no query, or more than one
     */
    static String of(String name, String text) {
        String query = text.strip().replaceAll("[;\\s]+$", "");
        Matcher first = FIRST.matcher(query);
        String word = first.matches() ? first.group(1).toLowerCase(Locale.ROOT) : "";
        if (!QUERIES.contains(word)) {
            throw new InputException(name + ": found '" + (word.isEmpty() ? query : word)
                    + "' at the beginning of the query, expected a query that reads (select ...)");
        }
        if (query.indexOf(';') >= 0) {
            throw new InputException(name
                    + ": found ; inside the query, expected one query; in a text, write the character as char(59)");
        }
        return query;
    }
}
