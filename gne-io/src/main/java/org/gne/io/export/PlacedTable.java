package org.gne.io.export;

import org.gne.data.Dataset;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.gne.place.Placed;

/** The coordinates of new rows on a map. */
public final class PlacedTable {

    private PlacedTable() {}

    /**
     * A row per new row, with the columns of {@link MapTable} and a last column {@code explained}: whether the map
     * explains the row; missing if the model has no limit of the error. The error of a row without known values is
     * missing.
     *
     * @throws IllegalArgumentException if the numbers of rows and coordinates differ
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
