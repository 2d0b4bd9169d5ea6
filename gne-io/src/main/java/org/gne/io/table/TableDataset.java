package org.gne.io.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.RowStore;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.gne.io.InputException;
import org.gne.io.LabelChoice;
import org.gne.io.LabelsBuilder;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.jspecify.annotations.Nullable;

/** Converts a table to a data set: rows of numbers, classes, ids. It reads the rows once. */
public final class TableDataset {

    private TableDataset() {}

    /**
     * Reads a table.
     *
     * @throws InputException if a chosen column does not exist, a value does not match its column, or there are no rows
     * @throws IOException if the table cannot be read, or the rows cannot be stored
     */
    public static Dataset read(Table table, ReadOptions options) throws IOException {
        TableNotes notes = new TableNotes();
        table.notes().forEach(notes::add);
        Features features = Features.of(table, options, notes);
        LabelsBuilder labels = features.label() < 0 ? null : new LabelsBuilder();
        Ids.Builder ids = features.id() < 0 ? null : new Ids.Builder();
        int width = features.columns().size();
        try (RowStore store = new RowStore(RowStore.Element.FLOAT, width, options.storage());
                Table.Rows rows = table.rows()) {
            float[] row = new float[width];
            while (store.size() < options.limit() && rows.next()) {
                for (int j = 0; j < width; j++) {
                    row[j] = features.columns().get(j).read(rows);
                }
                store.add(row);
                options.listener().onRow("reading", store.size());
                take(labels, ids, features, rows);
            }
            if (store.size() == 0) {
                throw new InputException(table.name() + ": found no rows, expected at least 1");
            }
            Schema.Columns schema = features.schema();
            Samples cells = store.finish(schema.allNumbers() ? schema : Schema.Columns.numbered(width));
            features.columns().forEach(feature -> feature.addNotes(notes));
            Dataset data = new Dataset(table.name(), Samples.ofCells(cells, schema), null)
                    .withIds(ids == null ? null : ids.build())
                    .withNotes(notes.lines());
            return labels == null
                    ? data
                    : LabelChoice.add(
                            data, String.valueOf(options.columns().label()), labels.build(), options.labelType());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void take(
            @Nullable LabelsBuilder labels, Ids.@Nullable Builder ids, Features features, Table.Rows rows)
            throws IOException {
        if (labels != null) {
            labels.add(rows.text(features.label()));
        }
        if (ids != null) {
            String id = rows.text(features.id());
            ids.add(id == null ? "" : id);
        }
    }
}
