package org.gne.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.SparseSamples;

/** Finds the columns of a model, such as genes, by their names in sparse rows. */
final class MatchedColumns {

    private MatchedColumns() {}

    /**
     * The columns of a model; those that the rows have not are missing.
     *
     * @param sparse the rows of the data
     * @param strict whether absent columns are errors
     * @throws InputException if there are no such columns, or the model has counts and a value is none
     */
    static Dataset of(Dataset data, SparseSamples sparse, Schema.Columns model, boolean strict) {
        List<Column> own = ((Schema.Columns) sparse.schema()).columns();
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
        SparseSamples rows = sparse.columns(columns, model);
        requireCounts(data.name(), rows, model);
        Dataset matched = data.withSamples(rows);
        return absent.isEmpty()
                ? matched
                : matched.withNotes(List.of(absent.size() + " of the " + columns.length
                        + " columns of the model are not in the file, such as " + absent.get(0)
                        + ": their values are missing"));
    }

    private static void requireCounts(String name, SparseSamples rows, Schema.Columns model) {
        int[] columns = new int[rows.width()];
        float[] values = new float[rows.width()];
        for (int i = 0; i < rows.size(); i++) {
            int n = rows.entries(i, columns, values);
            for (int k = 0; k < n; k++) {
                boolean count = model.columns().get(columns[k]).kind() == Column.Kind.COUNT;
                if (count && !Float.isNaN(values[k]) && (values[k] < 0 || values[k] != Math.rint(values[k]))) {
                    throw new InputException(name + ": row " + (i + 1) + ", column " + model.valueName(columns[k])
                            + ": found " + values[k] + ", expected a count as the model has (--array reads another"
                            + " matrix of the file)");
                }
            }
        }
    }
}
