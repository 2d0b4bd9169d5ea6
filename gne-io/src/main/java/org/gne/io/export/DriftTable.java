package org.gne.io.export;

import org.gne.Drift;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;

/** What adding rows has changed on a map, row by row. */
public final class DriftTable {

    private DriftTable() {}

    /**
     * A row per row of the grown map: {@code row}, {@code id} if rows have ids, {@code kind} (old or new), {@code moved} (the distance
     * from where it was on the map before, in standard deviations of that map) and {@code explained} (of a new row, whether the map
     * before explained it; missing for old rows).
     *
     * @param data the rows of the grown map
     * @throws IllegalArgumentException if the numbers of rows differ
     */
    public static Table of(Dataset data, Drift drift) {
        int rows = data.samples().size();
        if (drift.moved().length != rows) {
            throw new IllegalArgumentException(
                    "a drift of " + drift.moved().length + " rows for " + rows + " rows, expected as many");
        }
        RowTable<Integer> table = new RowTable<>(data.name(), rows, row -> row);
        table.add("row", Kind.NUMBER, row -> Integer.toString(row));
        Ids ids = data.ids();
        if (ids != null) {
            table.add("id", Kind.TEXT, ids::get);
        }
        int old = drift.oldRows();
        boolean known = !Double.isNaN(drift.placed().explainedError());
        table.add("kind", Kind.TEXT, row -> row < old ? "old" : "new");
        table.add("moved", Kind.NUMBER, row -> Float.toString(drift.moved()[row]));
        table.add(
                "explained",
                Kind.BOOLEAN,
                row -> row < old || !known
                        ? null
                        : Boolean.toString(drift.placed().explained(row - old)));
        return table;
    }
}
