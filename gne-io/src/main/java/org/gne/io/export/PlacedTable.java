package org.gne.io.export;

import org.gne.data.Dataset;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;
import org.gne.place.Placed;
import org.gne.quality.Explained;
import org.jspecify.annotations.Nullable;

/** The coordinates of new rows on a map. */
public final class PlacedTable {

    private PlacedTable() {}

    /**
     * A row per new row, with the columns of {@link MapTable} and a last column {@code explained}: whether the map
     * explains the row; missing if the model has no limit of the error. The error of a row without known values is
     * missing. After the error, {@code explainedShare} says how much of the row is explained ({@link Explained#ofRow}).
     * There is no such column if the model does not know its null error.
     *
     * @param ofTraining how much of its training rows the model explains
     * @throws IllegalArgumentException if the numbers of rows and coordinates differ
     */
    public static Table of(Dataset data, Placed placed, Explained ofTraining) {
        int rows = data.samples().size();
        if (placed.embedding().size() != rows) {
            throw new IllegalArgumentException(
                    placed.embedding().size() + " places for " + rows + " rows, expected as many");
        }
        RowTable<Integer> table =
                MapTable.rows(data.name(), placed.embedding(), data.ids(), data.rowLabels(), placed.errors());
        if (Double.isFinite(ofTraining.nullError())) {
            table.add("explainedShare", Kind.NUMBER, row -> share(ofTraining.ofRow(placed.errors()[row])));
        }
        boolean known = !Double.isNaN(placed.explainedError());
        table.add("explained", Kind.BOOLEAN, row -> known ? Boolean.toString(placed.explained(row)) : null);
        return table;
    }

    private static @Nullable String share(double value) {
        return Double.isNaN(value) ? null : Float.toString((float) value);
    }
}
