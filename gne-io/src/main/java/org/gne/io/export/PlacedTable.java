package org.gne.io.export;

import org.gne.data.Dataset;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.gne.place.Placed;

/** Where new rows lie on a map. */
public final class PlacedTable {

    private PlacedTable() {}

    /**
     * A row per new row, as by {@link MapTable}, with a last column {@code explained}: whether the map explains it, missing
     * where the model does not say. The error is missing where nothing is known of a row.
     *
     * @throws IllegalArgumentException if rows and places differ in number
     */
    public static Table of(Dataset data, Placed placed) {
        int rows = data.samples().size();
        if (placed.embedding().size() != rows) {
            throw new IllegalArgumentException(
                    placed.embedding().size() + " places for " + rows + " rows, expected as many");
        }
        RowTable<Integer> table =
                MapTable.rows(data.name(), placed.embedding(), data.ids(), data.labels(), placed.errors());
        boolean known = !Double.isNaN(placed.explainedError());
        table.add("explained", Kind.BOOLEAN, row -> known ? Boolean.toString(placed.explained(row)) : null);
        return table;
    }
}
