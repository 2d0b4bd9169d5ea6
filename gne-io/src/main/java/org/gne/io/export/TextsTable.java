package org.gne.io.export;

import java.util.List;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.io.Table;
import org.gne.io.TableColumn.Kind;

/** The texts of rows as a table, to be read beside a map. */
public final class TextsTable {

    private TextsTable() {}

    /**
     * A row for each row: its number from 0, its id if it has one, and its text.
     *
     * @throws IllegalArgumentException if the rows have no texts
     */
    public static Table of(Dataset data) {
        List<String> texts = data.texts();
        if (texts == null) {
            throw new IllegalArgumentException(data.name() + ": found rows without texts, expected some");
        }
        RowTable<Integer> table = new RowTable<>(data.name(), texts.size(), row -> row);
        MapColumns.number(table);
        Ids ids = data.ids();
        if (ids != null) {
            MapColumns.ids(table, ids);
        }
        table.add("text", Kind.TEXT, texts::get);
        return table;
    }
}
