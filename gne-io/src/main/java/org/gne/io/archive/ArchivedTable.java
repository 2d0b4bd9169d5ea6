package org.gne.io.archive;

import java.io.IOException;
import java.util.List;
import org.gne.io.Table;
import org.gne.io.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * A table of an archive, with its own name. The unpacked files are deleted when it is closed.
 *
 * @param name the name of the archive
 * @param table the table in the folder
 * @param folder the unpacked files
 * @param notes what the user should know
 */
record ArchivedTable(String name, Table table, UnpackedFolder folder, List<String> notes) implements Table {

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
        try (folder) {
            table.close();
        }
    }
}
