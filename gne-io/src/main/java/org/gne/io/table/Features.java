package org.gne.io.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gne.data.Column;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.InputException;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * The use of each column of a table: part of the row, class, id, or none.
 *
 * @param columns the columns of the row, in the order of the row
 * @param label the index of the column of classes, or -1
 * @param id the index of the column of ids, or -1
 */
record Features(List<Feature> columns, int label, int id) {

    private static final int NAMED = 12;

    /** Chooses the columns by the options. */
    static Features of(Table table, ColumnChoice choice) {
        List<TableColumn> all = table.columns();
        int label = position(table, "--label", choice.label());
        int id = position(table, "--id", choice.id());
        for (List<String> patterns : List.of(choice.columns(), choice.exclude(), choice.categories())) {
            patterns.forEach(pattern -> requireMatch(table, pattern));
        }
        List<Feature> columns = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).name();
            boolean chosen = choice.columns().isEmpty() || ColumnChoice.matches(choice.columns(), name);
            if (i != label && i != id && chosen && !ColumnChoice.matches(choice.exclude(), name)) {
                columns.add(Feature.of(table, i, ColumnChoice.matches(choice.categories(), name)));
            }
        }
        if (columns.isEmpty()) {
            throw new InputException(table.name() + ": no column is left for the rows, expected at least one beside "
                    + "label, id and what is excluded");
        }
        return new Features(columns, label, id);
    }

    /** Finds the columns of a schema by name. */
    static Features matching(Table table, ColumnChoice choice, Schema.Columns schema) {
        List<Feature> columns = new ArrayList<>();
        for (Column column : schema.columns()) {
            int at = position(table, "the model", column.name());
            columns.add(Feature.matching(table, at, column));
        }
        return new Features(columns, position(table, "--label", choice.label()), position(table, "--id", choice.id()));
    }

    private static int position(Table table, String who, @Nullable String name) {
        if (name == null) {
            return -1;
        }
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw missing(table, who + ": no column '" + name + "'");
    }

    private static void requireMatch(Table table, String pattern) {
        Predicate<TableColumn> match = column -> ColumnChoice.matches(List.of(pattern), column.name());
        if (table.columns().stream().noneMatch(match)) {
            throw missing(table, "no column '" + pattern + "'");
        }
    }

    private static InputException missing(Table table, String what) {
        List<String> names =
                table.columns().stream().limit(NAMED).map(TableColumn::name).toList();
        int more = table.columns().size() - names.size();
        return new InputException(table.name() + ": " + what + ", expected one of " + String.join(", ", names)
                + (more > 0 ? " and " + more + " more" : ""));
    }

    /** The schema of the rows, after all rows were read. */
    Schema.Columns schema() {
        return new Schema.Columns(columns.stream().map(Feature::column).toList());
    }
}
