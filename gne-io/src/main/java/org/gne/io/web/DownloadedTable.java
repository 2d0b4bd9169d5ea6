package org.gne.io.web;

import java.io.IOException;
import java.util.List;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/** A table of a downloaded file, which is deleted when the table is closed. */
record DownloadedTable(Table table, DownloadedFile file) implements Table {

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public List<TableColumn> columns() {
        return table.columns();
    }

    @Override
    public boolean isUntyped() {
        return table.isUntyped();
    }

    @Override
    public @Nullable String id() {
        return table.id();
    }

    @Override
    public List<String> notes() {
        return table.notes();
    }

    @Override
    public Rows rows() throws IOException {
        return table.rows();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            table.close();
        }
    }
}
