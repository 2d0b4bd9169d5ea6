package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** What is wrong with the columns of a table, so that a person is told all of it at once. */
final class Problems {

    /** Problems that are told. */
    private static final int TOLD = 12;

    private final List<String> found = new ArrayList<>();

    /**
     * @param problem place, column, found and expected
     * @param options what a person can do, or empty
     */
    void add(String problem, String options) {
        found.add(problem + (options.isEmpty() ? "" : " (" + options + ")"));
    }

    /**
     * Values of one kind in a column, and a few that are not.
     *
     * @param odd the first of these, or null if each is of the kind and they do not go together
     * @param kind {@code "a number"}
     * @param others values of that kind
     */
    void addFault(String column, TextSurvey.@Nullable Place odd, String kind, int others) {
        String options = "--type " + column + "=category, or --exclude " + column;
        if (odd == null) {
            add("column '" + column + "': found dates in several orders, expected one", options);
            return;
        }
        add(
                odd.place() + ", column '" + column + "': found " + CellSource.quoted(odd.text()) + ", expected " + kind
                        + " as in " + others + " other rows",
                "--missing " + column + "=" + odd.text() + " if it means no value, " + options);
    }

    /**
     * @param table its name
     * @throws InputException if there are any
     */
    void refuse(String table) {
        if (found.isEmpty()) {
            return;
        }
        int more = found.size() - TOLD;
        String all = String.join("; ", found.subList(0, Math.min(TOLD, found.size())));
        String count = found.size() == 1 ? "" : found.size() + " columns are unclear: ";
        throw new InputException(table + ": " + count + all + (more > 0 ? "; and " + more + " more" : ""));
    }
}
