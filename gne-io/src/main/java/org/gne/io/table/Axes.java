package org.gne.io.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;

/**
 * Finds the columns of a table that are the coordinates of a map, by their names. If that is not possible, the user
 * must name them.
 */
final class Axes {

    private static final Pattern COUNTING = Pattern.compile("(.*\\D)(\\d{1,4})");

    /** The names of other columns that may stand beside coordinates. */
    private static final Set<String> OTHERS =
            Set.of("row", "id", "index", "label", "class", "target", "cluster", "error", "unnamed: 0", "column1");

    private Axes() {}

    /** The indices of the columns. */
    static int[] of(Table table, List<String> asked) {
        if (!asked.isEmpty()) {
            return asked.stream().mapToInt(name -> named(table, name)).toArray();
        }
        int[] lettered = lettered(table);
        if (lettered.length > 0) {
            return lettered;
        }
        int[] counting = counting(table);
        return counting.length > 0 ? counting : numbers(table);
    }

    private static int named(Table table, String name) {
        int at = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> unclear(table, "no column '" + name + "'"));
        if (!isNumber(table, at)) {
            throw unclear(table, "no numbers in column '" + name + "'");
        }
        return at;
    }

    /** The columns x, y and z that exist. */
    private static int[] lettered(Table table) {
        List<Integer> found = new ArrayList<>();
        for (String axis : List.of("x", "y", "z")) {
            for (int i = 0; i < table.columns().size(); i++) {
                if (found.size() == "xyz".indexOf(axis) && lower(table, i).equals(axis)) {
                    found.add(requireNumber(table, i));
                }
            }
        }
        return array(found);
    }

    /** Columns of numbers whose names differ only in a number at the end, counting from 0 or 1. */
    private static int[] counting(Table table) {
        Map<String, List<Integer>> series = new LinkedHashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Matcher name = COUNTING.matcher(lower(table, i));
            if (name.matches() && isNumber(table, i) && !OTHERS.contains(lower(table, i))) {
                List<Integer> members = series.computeIfAbsent(name.group(1), unseen -> new ArrayList<>());
                int number = Integer.parseInt(name.group(2));
                boolean first = members.isEmpty() && number <= 1;
                boolean next = !members.isEmpty()
                        && lower(table, members.get(members.size() - 1)).equals(name.group(1) + (number - 1));
                if (first || next) {
                    members.add(i);
                }
            }
        }
        series.values().removeIf(List::isEmpty);
        if (series.size() > 1) {
            throw unclear(table, "columns " + String.join("*, ", series.keySet()) + "*");
        }
        return series.isEmpty() ? new int[0] : array(series.values().iterator().next());
    }

    /**
     * All columns of numbers that are not whole, if there are no columns of whole numbers, which could be coordinates
     * or classes.
     */
    private static int[] numbers(Table table) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            TableColumn column = table.columns().get(i);
            if (OTHERS.contains(lower(table, i)) || column.kind() == TableColumn.Kind.TEXT) {
                continue;
            }
            if (column.kind() != TableColumn.Kind.NUMBER) {
                throw unclear(table, "column '" + column.name() + "' of whole numbers");
            }
            found.add(i);
        }
        if (found.isEmpty()) {
            throw unclear(table, "no column of numbers");
        }
        return array(found);
    }

    private static int requireNumber(Table table, int column) {
        if (!isNumber(table, column)) {
            String doubt = table.columns().get(column).doubt();
            throw doubt != null
                    ? new InputException(table.name() + ": " + doubt)
                    : unclear(
                            table,
                            "no numbers in column '"
                                    + table.columns().get(column).name() + "'");
        }
        return column;
    }

    private static boolean isNumber(Table table, int column) {
        TableColumn.Kind kind = table.columns().get(column).kind();
        return kind == TableColumn.Kind.NUMBER || kind == TableColumn.Kind.INTEGER;
    }

    private static String lower(Table table, int column) {
        return table.columns().get(column).name().toLowerCase(Locale.ROOT);
    }

    private static int[] array(Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static InputException unclear(Table table, String found) {
        List<String> names =
                table.columns().stream().limit(12).map(TableColumn::name).toList();
        return new InputException(table.name() + ": found " + found
                + ", expected coordinates in columns x, y or numbered ones, or --axes to name them; columns are "
                + String.join(", ", names) + (table.columns().size() > names.size() ? ", ..." : ""));
    }
}
