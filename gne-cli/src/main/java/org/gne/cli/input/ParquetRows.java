package org.gne.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.gne.data.Ids;
import org.gne.explorer.MapClusters;
import org.gne.explorer.MapContent;
import org.gne.explorer.RowsExport;
import org.gne.io.Table;
import org.gne.io.export.ChosenRows;
import org.gne.io.export.ClusterTable;
import org.gne.io.export.JoinedTable;
import org.gne.io.export.MapTable;
import org.gne.io.export.RowTags;
import org.gne.sql.ParquetExport;
import org.jspecify.annotations.Nullable;

/**
 * Rows as Parquet for the page: number, id, coordinates, label, error, tag, clusters, and all columns of the table that the rows came from.
 *
 * @param content the map
 * @param ids the ids of the rows, or null
 * @param original opens the table of the data; it gives null if the data is no table or is not known
 * @param scratch the folder for temporary files
 */
public record ParquetRows(MapContent content, @Nullable Ids ids, Supplier<@Nullable Table> original, Path scratch)
        implements RowsExport {

    /** A column z of the data beside x and y would look like a third coordinate of the map. */
    public static final Set<String> AXES = Set.of("x", "y", "z");

    @Override
    public Path write(int[] rows, RowTags tags) throws IOException {
        Path file = Files.createTempFile(scratch, "gne-", ".parquet");
        try (Table table = new ChosenRows(joined(tags), rows)) {
            ParquetExport.write(file, table, scratch);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Table joined(RowTags tags) {
        Table map = MapTable.of(
                content.title(),
                content.model().embedding(),
                ids,
                content.labels(),
                content.errors().length == 0 ? null : content.errors(),
                tags);
        MapClusters clusters = content.clusters();
        if (clusters != null) {
            map = new JoinedTable(map, ClusterTable.beside(clusters.tree(), clusters.names()), Set.of());
        }
        Table data = original.get();
        return data == null ? map : new JoinedTable(map, data, AXES);
    }
}
