package org.gne.io.export;

import java.util.List;
import org.gne.data.Schema;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;

/** Generated samples, in the units of the data. */
public final class SamplesTable {

    private SamplesTable() {}

    /**
     * A row per sample: its coordinates, with the names of {@link MapTable}, then its values as in the table, with
     * categories (the one with the largest value) and booleans (true from 0.5 on); for images the columns are {@code
     * pixel0}, {@code pixel1} ... A column of the data with the name of an axis keeps its name.
     *
     * @param places {@code [n][dim]}
     * @param samples {@code [n][schema.width()]}
     */
    public static Table of(float[][] places, float[][] samples, Schema schema) {
        RowTable<Integer> table = new RowTable<>("samples", samples.length, row -> row);
        List<String> axes = MapColumns.axes(places.length == 0 ? 0 : places[0].length);
        for (int axis = 0; axis < axes.size(); axis++) {
            int each = axis;
            table.add(axes.get(axis), Kind.NUMBER, row -> Float.toString(places[row][each]));
        }
        SchemaColumns.add(table, schema, row -> samples[row]);
        return table;
    }
}
