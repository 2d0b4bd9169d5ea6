package org.gne.io.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gne.data.Schema;
import org.gne.io.ColumnChoice;
import org.gne.io.ColumnType;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.gne.io.TypeChoice;
import org.jspecify.annotations.Nullable;

/**
 * The use of each column of a table: part of the row, label, id, or none.
 *
 * @param columns the columns of the row, in the order of the row
 * @param label the index of the column of labels, or -1
 * @param id the index of the column of ids, or -1
 */
record Features(List<Feature> columns, int label, int id) {

    /**
     * Chooses the columns by the options and by their values, or finds the columns of a model.
     *
     * @throws InputException if a named column does not exist, or columns are unclear
     * @throws IOException if the table cannot be read
     */
    static Features of(Table table, ReadOptions options, TableNotes notes) throws IOException {
        ColumnChoice choice = options.columns();
        int label = position(table, "--label", choice.label());
        int id = id(table, choice);
        String own = table.id();
        if (id < 0 && own != null && !own.equals(choice.label()) && !ColumnChoice.matches(choice.columns(), own)) {
            id = position(table, own);
        }
        if (options.known() == null) {
            // The options of rows that are added are those of the map, whose columns may be absent.
            requireMatches(table, choice);
        }
        if (options.schema() instanceof Schema.Columns schema) {
            List<Feature> columns = new ArrayList<>(new ModelFeatures(table, options, notes).of(schema));
            if (options.known() != null) {
                columns.addAll(NewFeatures.of(table, options, schema, notes, List.of(label, id)));
            }
            return new Features(columns, label, id);
        }
        boolean onlyTexts = options.texts() != null && choice.columns().isEmpty();
        if (onlyTexts) {
            return new Features(List.of(), label, id);
        }
        List<ColumnSurvey> surveys = surveys(table, options);
        if (surveys.get(0).rows() == 0) {
            throw new InputException(table.name() + ": found no rows, expected at least 1");
        }
        FeatureFactory make = new FeatureFactory(table, choice, surveys, notes);
        if (label >= 0) {
            make.noteCodes(label);
        }
        List<Integer> positions = positions(table, options, List.of(label, id));
        return new Features(ColumnTypes.of(make, positions, options.picture() != null), label, id);
    }

    /**
     * The positions of the columns that are chosen, except texts.
     *
     * @param taken the positions of columns with another use
     */
    static List<Integer> positions(Table table, ReadOptions options, List<Integer> taken) {
        List<String> asked = options.columns().columns();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).name();
            boolean chosen = asked.isEmpty() || ColumnChoice.matches(asked, name);
            boolean isText =
                    options.texts() != null && options.texts().columns().contains(name);
            if (!taken.contains(i) && !isText && chosen) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** What a first pass over the rows finds out about the columns. */
    static List<ColumnSurvey> surveys(Table table, ReadOptions options) throws IOException {
        List<ColumnSurvey> joined = table instanceof FilesTable files ? files.surveys() : null;
        if (joined != null) {
            return joined;
        }
        return table instanceof CsvTable text ? text.surveys() : ColumnSurvey.of(table, options);
    }

    private static int id(Table table, ColumnChoice choice) {
        int id = position(table, "--id", choice.id());
        for (int i = 0; i < table.columns().size(); i++) {
            String name = table.columns().get(i).name();
            TypeChoice type = choice.type(name);
            if (type != null && type.type() == ColumnType.ID && i != id) {
                if (id >= 0) {
                    throw new InputException(table.name() + ": found two columns of ids, '"
                            + table.columns().get(id).name() + "' and '" + name + "', expected at most one");
                }
                id = i;
            }
        }
        return id;
    }

    /**
     * The index of a column that an option names, -1 if it names none.
     *
     * @throws InputException if there is no such column
     */
    static int position(Table table, String who, @Nullable String name) {
        int at = name == null ? -1 : position(table, name);
        if (at < 0 && name != null) {
            throw absent(table, who + ": no column '" + name + "'");
        }
        return at;
    }

    /** The index of a column, or -1. */
    static int position(Table table, String name) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static void requireMatches(Table table, ColumnChoice choice) {
        List<String> patterns = new ArrayList<>(choice.columns());
        patterns.addAll(choice.exclude());
        patterns.addAll(choice.categories());
        patterns.addAll(choice.types().keySet());
        patterns.addAll(choice.missing().columns().keySet());
        for (String pattern : patterns) {
            Predicate<TableColumn> match = column -> ColumnChoice.matches(List.of(pattern), column.name());
            if (table.columns().stream().noneMatch(match)) {
                throw absent(table, "no column '" + pattern + "'");
            }
        }
    }

    private static InputException absent(Table table, String what) {
        List<String> names = table.columns().stream().map(TableColumn::name).toList();
        return new InputException(table.name() + ": " + what + ", expected one of " + NameList.of(names));
    }

    /** The schema of the rows, after all rows were read. */
    Schema.Columns schema() {
        return new Schema.Columns(columns.stream().map(Feature::column).toList());
    }
}
