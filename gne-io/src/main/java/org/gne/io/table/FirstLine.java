package org.gne.io.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gne.io.CellText;
import org.gne.io.MissingRule;
import org.gne.io.MissingTexts;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the first line of a text table holds the names of the columns, by comparing it with the lines below.
 *
 * @param header whether it does
 * @param note what the user should know about this choice, or null
 */
record FirstLine(boolean header, @Nullable String note) {

    private static final String CHANGE = " (--header %s if not)";

    private static final FirstLine NAMES = new FirstLine(true, null);
    private static final FirstLine ROW = new FirstLine(false, null);

    /**
     * Compares the first line with the others.
     *
     * @param records the first records, at least one
     * @param blanks whether spaces separate the values
     */
    static FirstLine of(List<List<String>> records, boolean blanks) {
        List<String> first = records.get(0);
        List<List<String>> below = records.subList(1, records.size()).stream()
                .filter(record -> record.size() == first.size())
                .toList();
        if (counts(first, 0) || counts(first, 1)) {
            return NAMES;
        }
        if (first.stream().allMatch(field -> isNumber(field) || field.isBlank())) {
            return numbers(first, below);
        }
        boolean[] numeric = new boolean[first.size()];
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = areNumbers(below, i);
        }
        boolean alike = IntStream.range(0, numeric.length).anyMatch(i -> numeric[i])
                && IntStream.range(0, numeric.length).allMatch(i -> !numeric[i] || isNumber(first.get(i)));
        if (!alike) {
            return NAMES;
        }
        if (IntStream.range(0, numeric.length).anyMatch(i -> !numeric[i] && occurs(first.get(i), below, i))) {
            return new FirstLine(
                    false, "line 1 is read as a row, because it is like the others" + String.format(CHANGE, true));
        }
        boolean measured =
                IntStream.range(0, numeric.length).anyMatch(i -> numeric[i] && !CellText.isWhole(first.get(i)));
        return blanks && measured
                ? new FirstLine(false, "line 1 is read as a row, because it has numbers" + String.format(CHANGE, true))
                : new FirstLine(
                        true,
                        "line 1 is read as the names of the columns, although it has numbers where the others have"
                                + String.format(CHANGE, false));
    }

    /** A first line of numbers is a row, except numbers that only a name can be. */
    private static FirstLine numbers(List<String> first, List<List<String>> below) {
        if (below.isEmpty()) {
            return ROW;
        }
        if (first.size() == 1) {
            boolean name = CellText.isWhole(first.get(0))
                    && (below.stream().noneMatch(record -> isNumber(record.get(0)))
                            || below.stream().noneMatch(record -> CellText.isWhole(record.get(0))));
            return name
                    ? new FirstLine(
                            true,
                            "line 1, " + first.get(0).strip() + ", is read as the name of the column"
                                    + String.format(CHANGE, false))
                    : ROW;
        }
        boolean years = first.size() > 2
                && CellText.isWhole(first.get(0))
                && counts(first, (int) CellText.number(first.get(0)))
                && below.stream().noneMatch(record -> counts(record, (int) CellText.number(record.get(0))));
        return years
                ? new FirstLine(
                        true,
                        "line 1, " + first.get(0) + " to " + first.get(first.size() - 1)
                                + ", is read as the names of the columns" + String.format(CHANGE, false))
                : ROW;
    }

    /** Whether fields count: 0, 1, 2 ... are names that a program gave. */
    private static boolean counts(List<String> fields, int from) {
        // The first name may be empty: it is that of the row numbers.
        int skip = fields.get(0).isEmpty() ? 1 : 0;
        return fields.size() > skip + 1
                && IntStream.range(skip, fields.size())
                        .allMatch(i -> fields.get(i).equals(Integer.toString(i - skip + from)));
    }

    /** Whether a field is a number, maybe with a decimal comma. */
    private static boolean isNumber(String field) {
        return !Double.isNaN(CellText.number(field.replace(',', '.')));
    }

    /** Whether a column holds numbers, and at least one. */
    private static boolean areNumbers(List<List<String>> below, int column) {
        MissingRule rule = MissingTexts.USUAL.rule("");
        boolean any = false;
        for (List<String> record : below) {
            String field = record.get(column);
            boolean number = isNumber(field);
            if (!number && !rule.isMissingAmongNumbers(field)) {
                return false;
            }
            any |= number;
        }
        return any;
    }

    private static boolean occurs(String field, List<List<String>> below, int column) {
        Set<String> values = new HashSet<>();
        below.forEach(record -> values.add(record.get(column).strip()));
        return !field.isBlank() && values.contains(field.strip());
    }
}
