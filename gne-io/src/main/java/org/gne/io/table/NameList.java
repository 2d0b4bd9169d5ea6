package org.gne.io.table;

import java.util.List;

/** Lists of names for messages. Of a long list, only the first names. */
final class NameList {

    private static final int NAMED = 12;

    private NameList() {}

    /** {@code a, b, c} or {@code a, b, c and 30 more}. */
    static String of(List<String> names) {
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** The names in quotes, after {@code column} or {@code columns}. */
    static String quoted(List<String> names) {
        return columns(names.stream().map(name -> "'" + name + "'").toList());
    }

    /** The names after {@code column} or {@code columns}. */
    static String columns(List<String> names) {
        return (names.size() == 1 ? "column " : "columns ") + of(names);
    }
}
