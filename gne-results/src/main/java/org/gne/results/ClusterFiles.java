package org.gne.results;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gne.cluster.ClusterNames;
import org.gne.cluster.ClusterTree;
import org.gne.data.Embedding;
import org.gne.data.Ids;
import org.gne.io.InputException;
import org.gne.io.export.ClusterTable;
import org.gne.io.export.CsvExport;
import org.jspecify.annotations.Nullable;

/** Writes {@code clusters.csv} and {@code clusters.json}, and reads the names back. */
public final class ClusterFiles {

    private ClusterFiles() {}

    /**
     * Writes both files.
     *
     * @param ids what the rows are called, or null
     */
    public static void write(Path folder, NamedClusters clusters, @Nullable Ids ids) throws IOException {
        CsvExport.write(folder.resolve(ResultFiles.CLUSTERS_TABLE), ClusterTable.of(clusters.tree(), clusters.names()));
        Results.writeText(folder.resolve(ResultFiles.CLUSTERS), Metrics.json(clusters.json(ids)));
    }

    /**
     * The clusters of a map with the names of {@code clusters.json}, which a person may have changed.
     *
     * @return null if there is no such file
     * @throws InputException if it is no such file, or one of another map
     */
    public static @Nullable NamedClusters read(Path folder, Embedding map) {
        Path file = folder.resolve(ResultFiles.CLUSTERS);
        if (!Files.exists(file)) {
            return null;
        }
        ClusterTree tree = ClusterTree.of(map);
        List<String> names = new ArrayList<>();
        try {
            Object clusters = JSON.std.mapFrom(Files.readString(file)).get("clusters");
            for (Object each : clusters instanceof List<?> list ? list : List.of()) {
                Object name = each instanceof Map<?, ?> members ? members.get("name") : null;
                names.add(name instanceof String text ? text : "");
            }
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as JSON (" + e.getMessage() + ")", e);
        }
        if (names.size() != tree.nodes().size()) {
            throw new InputException(file + ": found " + names.size() + " clusters, expected the "
                    + tree.nodes().size() + " of this map");
        }
        return new NamedClusters(tree, new ClusterNames(names));
    }
}
