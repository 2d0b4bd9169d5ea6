package org.gne.io.export;

import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.data.Target;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/** Rows as the table they came from: categories by name, booleans as true and false. */
public final class DatasetTable {

    private DatasetTable() {}

    /** A row: its number and its values. */
    private record Row(int number, float[] values) {}

    /**
     * A table of a data set. Numbers are the shortest text that reads back as the same float, whole ones without a
     * point.
     *
     * @param data rows of a table
     * @param id name of the column of ids, the first one, where there are some; null for {@code id}
     * @param label name of the column of classes or target values, the last one, where there are some; null for {@code label}
     *     or the name of the target
     * @throws IllegalArgumentException if the rows are no rows of a table
     */
    public static Table of(Dataset data, @Nullable String id, @Nullable String label) {
        Samples samples = data.samples();
        if (!(samples.schema() instanceof Schema.Columns schema)) {
            throw new IllegalArgumentException(data.name() + ": found rows that are images, expected rows of a table");
        }
        RowTable<Row> table = new RowTable<>(data.name(), samples.size(), number -> {
            float[] values = new float[samples.width()];
            samples.read(number, values, 0);
            return new Row(number, values);
        });
        Ids ids = data.ids();
        if (ids != null) {
            table.add(id == null ? "id" : id, Kind.TEXT, row -> ids.get(row.number()));
        }
        SchemaColumns.add(table, schema, Row::values);
        Labels labels = data.labels();
        if (labels != null) {
            table.add(label == null ? "label" : label, Kind.TEXT, row -> labels.name(row.number()));
        }
        Target target = data.target();
        if (target != null) {
            table.add(label == null ? target.name() : label, Kind.NUMBER, row -> target.text(row.number()));
        }
        return table;
    }
}
