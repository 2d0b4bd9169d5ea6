package org.gne.io.export;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.RowFact;
import org.gne.data.RowLabels;
import org.gne.data.Target;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** The columns that tables of a map share; their rows are given by the numbers of rows of the map. */
final class MapColumns {

    private MapColumns() {}

    /** {@code row}: its number from 0. */
    static void number(RowTable<Integer> table) {
        table.add("row", Kind.INTEGER, row -> Integer.toString(row));
    }

    /** {@code id}. */
    static void ids(RowTable<Integer> table, Ids ids) {
        table.add("id", Kind.TEXT, ids::get);
    }

    /** The coordinates. */
    static void coordinates(RowTable<Integer> table, Embedding map) {
        List<String> names = axes(map.dim());
        for (int axis = 0; axis < names.size(); axis++) {
            int each = axis;
            table.add(names.get(axis), Kind.NUMBER, row -> Float.toString(map.get(row, each)));
        }
    }

    /** {@code label}: the name of its class, or its number. */
    static void labels(RowTable<Integer> table, RowLabels labels) {
        table.add("label", labels instanceof Target ? Kind.NUMBER : Kind.TEXT, labels::text);
    }

    /** {@code error}; missing where it is NaN. */
    static void errors(RowTable<Integer> table, float[] errors) {
        table.add("error", Kind.NUMBER, row -> number(errors[row]));
    }

    /** A column for each fact; missing where it is not known. */
    static void facts(RowTable<Integer> table, List<RowFact> facts) {
        for (RowFact fact : facts) {
            table.add(fact.name(), fact.values() instanceof Target ? Kind.NUMBER : Kind.TEXT, fact.values()::text);
        }
    }

    /** A column without values. */
    static void unknown(RowTable<Integer> table, String name, Kind kind) {
        table.add(name, kind, row -> null);
    }

    private static @Nullable String number(float value) {
        return Float.isNaN(value) ? null : Float.toString(value);
    }

    /** The names of the axes of a map. */
    static List<String> axes(int dim) {
        List<String> names = new ArrayList<>();
        for (int axis = 0; axis < dim; axis++) {
            names.add(dim <= 3 ? "xyz".substring(axis, axis + 1) : "z" + axis);
        }
        return names;
    }

    /**
     * Checks that a number is that of the points of a map.
     *
     * @throws IllegalArgumentException if it is another number
     */
    static void check(String what, int found, Embedding map) {
        if (found != map.size()) {
            throw new IllegalArgumentException(found + " " + what + " for " + map.size() + " points, expected as many");
        }
    }
}
