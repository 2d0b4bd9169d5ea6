package org.gne.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in temporary files, which are deleted when it is closed.
 *
 * @param name the name of what the files come from
 * @param notes what the user should know
 * @param table the table in the files
 * @param files deletes the files when it is closed
 * @hidden internal
 */
public record TemporaryTable(String name, List<String> notes, Table table, Closeable files) implements Table {

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
    public Rows rows() throws IOException {
        return table.rows();
    }

    @Override
    public void close() throws IOException {
        try (files) {
            table.close();
        }
    }
}
