package org.gne.io.table;

import java.util.List;

/** Names in a message, the first ones where there are many. */
final class NameList {

    private static final int NAMED = 12;

    private NameList() {}

    /** {@code a, b, c} or {@code a, b, c, ... and 30 more}. */
    static String of(List<String> names) {
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** The same with quotes and {@code column} or {@code columns} before it. */
    static String quoted(List<String> names) {
        return columns(names.stream().map(name -> "'" + name + "'").toList());
    }

    /** The same with {@code column} or {@code columns} before it. */
    static String columns(List<String> names) {
        return (names.size() == 1 ? "column " : "columns ") + of(names);
    }
}
