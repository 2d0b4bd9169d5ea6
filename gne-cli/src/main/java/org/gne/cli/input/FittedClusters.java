package org.gne.cli.input;

import java.nio.file.Path;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.explorer.MapClusters;
import org.gne.results.ClusterFiles;
import org.gne.results.NameOptions;
import org.gne.results.NamedClusters;
import org.jspecify.annotations.Nullable;

/** The clusters of a fitted map, with the names that the fit wrote; if it wrote none, with new ones. */
public final class FittedClusters {

    private FittedClusters() {}

    /**
     * Reads or finds the clusters.
     *
     * @param argument a model file, or the folder of a fit or of a comparison
     * @param data the rows, or null
     * @throws org.gne.io.InputException if the file of the names is not one of this map
     */
    static NamedClusters of(String argument, GneModel model, @Nullable Dataset data, NameOptions names) {
        Path folder = ModelArgument.file(argument).toAbsolutePath().getParent();
        NamedClusters written = folder == null ? null : ClusterFiles.read(folder, model.embedding());
        if (written == null) {
            return data == null ? NamedClusters.of(model, names) : NamedClusters.of(data, model, names);
        }
        return names.given() == null ? written : names.given().applyTo(written);
    }

    /**
     * The large clusters as classes, which some commands use where rows have none.
     *
     * @param argument a model file, or the folder of a fit or of a comparison
     */
    public static Labels asLabels(String argument, GneModel model, Dataset data) {
        return of(argument, model, data, NameOptions.defaults()).asLabels();
    }

    /** The clusters that a fit wrote to its folder, as the page shows them; null if there are none. */
    public static @Nullable MapClusters written(Path folder, GneModel model) {
        NamedClusters clusters = ClusterFiles.read(folder, model.embedding());
        return clusters == null ? null : shown(clusters);
    }

    /** The clusters as the page shows them. */
    static MapClusters shown(NamedClusters clusters) {
        return new MapClusters(clusters.tree(), clusters.names());
    }
}
