package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** Collects the problems with the columns of a table, for one message with all of them. */
final class Problems {

    /** The largest number of problems in a message. */
    private static final int TOLD = 12;

    private final List<String> found = new ArrayList<>();

    /**
     * Adds a problem.
     *
     * @param problem position, column, found and expected
     * @param options options that solve it, or an empty text
     */
    void add(String problem, String options) {
        found.add(problem + (options.isEmpty() ? "" : " (" + options + ")"));
    }

    /**
     * Adds the problem that most values of a column have one type, and a few do not.
     *
     * @param odd the first value with another type, or null for dates in several orders
     * @param kind the type, such as {@code "a number"}
     * @param others the number of values with the type
     */
    void addFault(String column, TextSurvey.@Nullable Place odd, String kind, int others) {
        String options = OptionText.type(column, "category") + ", or " + OptionText.exclude(column);
        if (odd == null) {
            add("column '" + column + "': found dates in several orders, expected one", options);
            return;
        }
        add(
                odd.place() + ", column '" + column + "': found " + CellSource.quoted(odd.text()) + ", expected " + kind
                        + " as in " + others + " other rows",
                OptionText.missing(column, odd.text()) + " if it means a missing value, " + options);
    }

    /**
     * Throws the problems.
     *
     * @param table the name of the table
     * @throws InputException if there are problems
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
