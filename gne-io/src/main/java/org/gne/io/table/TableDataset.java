package org.gne.io.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
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

/** Converts a table to a data set: rows of numbers, classes, ids, texts and their vectors. It reads the rows once. */
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
        requireTexts(table, options);
        RowTexts texts = RowTexts.of(table, options);
        Features features = Features.of(table, options, notes);
        LabelsBuilder labels = features.label() < 0 ? null : new LabelsBuilder();
        Ids.Builder ids = features.id() < 0 ? null : new Ids.Builder();
        int width = features.columns().size();
        try (RowStore store = new RowStore(RowStore.Element.FLOAT, Math.max(1, width), options.storage());
                Table.Rows rows = table.rows()) {
            float[] row = new float[Math.max(1, width)];
            while (store.size() < options.limit() && rows.next()) {
                for (int j = 0; j < width; j++) {
                    row[j] = features.columns().get(j).read(rows);
                }
                store.add(row);
                options.listener().onRow("reading", store.size());
                take(labels, ids, features, rows);
                if (texts != null) {
                    texts.add(rows);
                }
            }
            if (store.size() == 0) {
                throw new InputException(table.name() + ": found no rows, expected at least 1");
            }
            features.columns().forEach(feature -> feature.addNotes(notes));
            Samples columns = width == 0 ? null : columns(store, features.schema());
            Samples samples = texts == null ? columns : texts.rows(columns, options, notes);
            Dataset data = new Dataset(table.name(), Objects.requireNonNull(samples), null)
                    .withTexts(texts == null ? null : texts.texts())
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

    /** Vectors of a model that came with its data cannot be made of a table. */
    private static void requireTexts(Table table, ReadOptions options) {
        if (options.texts() == null
                && options.schema() instanceof Schema.Columns model
                && model.columns().stream().anyMatch(column -> column.source() != null)) {
            throw new InputException(
                    table.name() + ": is a table, expected vectors (.npy, .npz, safetensors) as the model"
                            + " has, or an embedding model that makes them");
        }
    }

    private static Samples columns(RowStore store, Schema.Columns schema) throws IOException {
        int cells = schema.columns().size();
        return Samples.ofCells(store.finish(schema.allNumbers() ? schema : Schema.Columns.numbered(cells)), schema);
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
