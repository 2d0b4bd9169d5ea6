package org.gne.io.export;

import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.data.RowLabels;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A map as a table: {@code row} (its number from 0), {@code id}, the coordinates, {@code label}, {@code error}, {@code tag}. There
 * are no columns for values that are not known, and {@code tag} only if a row has one. Coordinates are {@code x}, {@code x,y} or {@code x,y,z}, above three
 * dimensions {@code z0,z1,...}; they and the errors are the shortest text that reads back as the same float.
 */
public final class MapTable {

    private MapTable() {}

    /**
     * Creates a table of the rows of a map.
     *
     * @param name the name for messages
     * @param ids one per point, or null
     * @param labels classes or numbers, one per point, or null
     * @param errors reconstruction errors, one per point, NaN for a row without known values; or null
     * @throws IllegalArgumentException if their number is not that of the points
     */
    public static Table of(
            String name,
            Embedding embedding,
            @Nullable Ids ids,
            @Nullable RowLabels labels,
            float @Nullable [] errors) {
        return rows(name, embedding, ids, labels, errors);
    }

    /**
     * Creates a table of the rows of a map with their tags.
     *
     * @param tags the tags of the rows
     * @throws IllegalArgumentException if the numbers of points and of what is said of them differ
     */
    public static Table of(
            String name,
            Embedding embedding,
            @Nullable Ids ids,
            @Nullable RowLabels labels,
            float @Nullable [] errors,
            RowTags tags) {
        RowTable<Integer> table = rows(name, embedding, ids, labels, errors);
        MapColumns.check("tags", tags.rows(), embedding);
        if (!tags.isEmpty()) {
            table.add("tag", Kind.TEXT, tags::of);
        }
        return table;
    }

    /** The same table, to which columns can be added. */
    static RowTable<Integer> rows(
            String name,
            Embedding embedding,
            @Nullable Ids ids,
            @Nullable RowLabels labels,
            float @Nullable [] errors) {
        RowTable<Integer> table = new RowTable<>(name, embedding.size(), row -> row);
        MapColumns.number(table);
        if (ids != null) {
            MapColumns.check("ids", ids.size(), embedding);
            MapColumns.ids(table, ids);
        }
        MapColumns.coordinates(table, embedding);
        if (labels != null) {
            MapColumns.check("labels", labels.size(), embedding);
            MapColumns.labels(table, labels);
        }
        if (errors != null) {
            MapColumns.check("errors", errors.length, embedding);
            MapColumns.errors(table, errors);
        }
        return table;
    }
}
