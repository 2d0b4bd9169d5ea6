package org.gne.io;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.SparseSamples;

/** Makes columns of sparse matrices counts, if the user says so; columns of tables become counts when they are read. */
final class CountColumns {

    private CountColumns() {}

    /**
     * The data with counts in the columns that the choice calls so.
     *
     * @throws InputException if such a column holds another value than a count, or rows are not sparse and not counts
     */
    static Dataset in(Dataset data, ColumnChoice choice) {
        boolean asked = choice.types().values().stream().anyMatch(type -> type.type() == ColumnType.COUNT);
        if (!asked || !(data.samples().schema() instanceof Schema.Columns table)) {
            return data;
        }
        List<Column> columns = new ArrayList<>();
        boolean[] made = new boolean[table.columns().size()];
        for (Column column : table.columns()) {
            TypeChoice type = choice.type(column.name());
            boolean count = type != null && type.type() == ColumnType.COUNT && column.kind() == Column.Kind.NUMBER;
            made[columns.size()] = count;
            columns.add(count ? Column.count(column.name()) : column);
        }
        if (columns.equals(table.columns())) {
            return data;
        }
        if (!(data.samples() instanceof SparseSamples rows)) {
            throw new InputException(data.name() + ": --counts: found rows that are not sparse and hold other numbers"
                    + " than counts, expected 0, 1, 2 ...");
        }
        requireCounts(data.name(), rows, made, table);
        int[] all = IntStream.range(0, rows.width()).toArray();
        return data.withSamples(rows.columns(all, new Schema.Columns(columns)));
    }

    private static void requireCounts(String name, SparseSamples rows, boolean[] counts, Schema.Columns table) {
        int[] columns = new int[rows.width()];
        float[] values = new float[rows.width()];
        for (int i = 0; i < rows.size(); i++) {
            int n = rows.entries(i, columns, values);
            for (int k = 0; k < n; k++) {
                float value = values[k];
                if (counts[columns[k]] && !Float.isNaN(value) && (value < 0 || value != Math.rint(value))) {
                    throw new InputException(name + ": --counts: row " + (i + 1) + ", column "
                            + table.valueName(columns[k]) + ": found " + value + ", expected 0, 1, 2 ...");
                }
            }
        }
    }
}
