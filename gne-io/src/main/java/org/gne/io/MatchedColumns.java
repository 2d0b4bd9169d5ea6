package org.gne.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.SparseSamples;

/** Finds the columns of a model, such as genes, by their names in the rows of a matrix. */
final class MatchedColumns {

    private MatchedColumns() {}

    /**
     * The columns of a model; those that the rows have not are missing.
     *
     * @param rows the rows of the data
     * @param strict whether absent columns are errors
     * @throws InputException if there are no such columns, or the model has counts and a value is none
     */
    static Dataset of(Dataset data, Samples rows, Schema.Columns model, boolean strict) {
        List<Column> own = ((Schema.Columns) rows.schema()).columns();
        Map<String, Integer> places = new HashMap<>();
        for (int j = 0; j < own.size(); j++) {
            places.put(own.get(j).name(), j);
        }
        int[] columns = new int[model.width()];
        List<String> absent = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            String name = model.valueName(j);
            columns[j] = places.getOrDefault(name, -1);
            if (columns[j] < 0) {
                absent.add(name);
            }
        }
        if (absent.size() == columns.length || (strict && !absent.isEmpty())) {
            throw new InputException(data.name() + ": found " + (columns.length - absent.size()) + " of the "
                    + columns.length + " columns of the model ('" + absent.get(0) + "' is missing), expected "
                    + (strict ? "all" : "some") + " of them by name");
        }
        Samples found = rows.columns(columns, model);
        requireCounts(data.name(), found, model);
        Dataset matched = data.withSamples(found);
        return absent.isEmpty()
                ? matched
                : matched.withNotes(List.of(absent.size() + " of the " + columns.length
                        + " columns of the model are not in the file, such as " + absent.get(0)
                        + ": their values are missing"));
    }

    /** Whether rows are those of a matrix whose columns have names of their own, which may be in another order than a model's. */
    static boolean suits(Samples rows, Schema.Columns model) {
        return rows instanceof SparseSamples
                || (rows.schema() instanceof Schema.Columns own
                        && own.allNumbers()
                        && !own.equals(model)
                        && !own.equals(Schema.Columns.numbered(own.width())));
    }

    private static void requireCounts(String name, Samples rows, Schema.Columns model) {
        List<Column> columns = model.columns();
        if (columns.stream().noneMatch(column -> column.kind() == Column.Kind.COUNT)) {
            return;
        }
        float[] row = new float[rows.width()];
        for (int i = 0; i < rows.size(); i++) {
            rows.read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                boolean count = columns.get(j).kind() == Column.Kind.COUNT;
                if (count && !Float.isNaN(row[j]) && (row[j] < 0 || row[j] != Math.rint(row[j]))) {
                    throw new InputException(
                            name + ": row " + (i + 1) + ", column " + model.valueName(j) + ": found " + row[j]
                                    + ", expected a count as the model has (--array reads another matrix of the file)");
                }
            }
        }
    }
}
