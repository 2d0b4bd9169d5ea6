package org.gne.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gne.io.InputException;

/**
 * The tokens of a query that the database cannot describe as JSON, such as PIVOT. It is only used to make sure that such a text is one
 * query; everything that is unusual is rejected.
 *
 * @param words the words outside of parentheses and quotes, in lower case
 * @param texts the texts and names in quotes
 */
record SqlTokens(List<String> words, List<String> texts) {

    private static final Set<String> FIRST = Set.of("select", "with", "from", "pivot", "unpivot", "values");

    /** Words that a query has outside of parentheses only if it changes something. */
    private static final Set<String> CHANGES = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "into",
            "copy",
            "create",
            "drop",
            "alter",
            "attach",
            "detach",
            "install",
            "load",
            "set",
            "reset",
            "pragma",
            "call",
            "execute",
            "export",
            "import",
            "use",
            "begin",
            "commit",
            "checkpoint",
            "vacuum",
            "explain",
            "prepare",
            "truncate");

    /**
     * Splits a text.
     *
     * @throws InputException if it is not one query
     */
    static SqlTokens ofQuery(String name, String query) {
        SqlTokens tokens = new Reader(name, query).read();
        String first = tokens.words().isEmpty() ? "" : tokens.words().get(0);
        if (!FIRST.contains(first)) {
            throw wrong(name, "'" + first + "' at the beginning", "a query (select ...)");
        }
        for (String word : tokens.words()) {
            if (CHANGES.contains(word)) {
                throw wrong(name, word.toUpperCase(Locale.ROOT), "one query (select ...)");
            }
        }
        if (!tokens.words().contains("pivot") && !query.toLowerCase(Locale.ROOT).contains("pivot")) {
            throw wrong(name, "another statement", "a query (select ...)");
        }
        return tokens;
    }

    private static InputException wrong(String name, String found, String expected) {
        return new InputException(name + ": found " + found + ", expected " + expected);
    }

    private static final class Reader {
        private final String name;
        private final String query;
        private final List<String> words = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private int at;
        private int depth;

        Reader(String name, String query) {
            this.name = name;
            this.query = query;
        }

        SqlTokens read() {
            while (at < query.length()) {
                char c = query.charAt(at);
                if (c == '\'' || c == '"') {
                    quoted(c);
                } else if (query.startsWith("--", at) || query.startsWith("/*", at) || c == '$') {
                    throw wrong(name, "a comment or a dollar sign", "none of them in a query with PIVOT");
                } else if (c == ';') {
                    if (!query.substring(at).replace(";", "").isBlank()) {
                        throw wrong(name, "text after ;", "one query");
                    }
                    at = query.length();
                } else if (Character.isLetter(c) || c == '_') {
                    word();
                } else {
                    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                    if (depth < 0) {
                        throw wrong(name, "a closing parenthesis too many", "one query");
                    }
                    at++;
                }
            }
            if (depth != 0) {
                throw wrong(name, "a parenthesis that is not closed", "one query");
            }
            return new SqlTokens(List.copyOf(words), List.copyOf(texts));
        }

        private void quoted(char quote) {
            boolean escapes = at > 0 && quote == '\'' && Character.toLowerCase(query.charAt(at - 1)) == 'e';
            int end = query.indexOf(quote, at + 1);
            StringBuilder text = new StringBuilder();
            int from = at + 1;
            while (end >= 0 && end + 1 < query.length() && query.charAt(end + 1) == quote) {
                text.append(query, from, end + 1);
                from = end + 2;
                end = query.indexOf(quote, from);
            }
            if (end < 0 || escapes) {
                throw wrong(
                        name,
                        "a quote that is not closed, or a text with escapes",
                        "plain texts in a query with PIVOT");
            }
            texts.add(text.append(query, from, end).toString());
            at = end + 1;
        }

        private void word() {
            int start = at;
            while (at < query.length() && (Character.isLetterOrDigit(query.charAt(at)) || query.charAt(at) == '_')) {
                at++;
            }
            if (depth == 0) {
                words.add(query.substring(start, at).toLowerCase(Locale.ROOT));
            }
        }
    }
}
