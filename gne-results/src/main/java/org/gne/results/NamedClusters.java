package org.gne.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.GneModel;
import org.gne.cluster.ClusterNamer;
import org.gne.cluster.ClusterNames;
import org.gne.cluster.ClusterTree;
import org.gne.cluster.IdNamer;
import org.gne.cluster.LabelNamer;
import org.gne.cluster.TableNamer;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.data.Labels;
import org.gne.data.RowLabels;
import org.gne.words.PhraseNamer;
import org.gne.words.TextWords;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of a map and their names.
 *
 * @param tree the clusters
 * @param names their names
 */
public record NamedClusters(ClusterTree tree, ClusterNames names) {

    /** The clusters of a map, named by {@link #namer}. */
    public static NamedClusters of(Dataset data, GneModel model, NameOptions options) {
        ClusterTree tree = ClusterTree.of(model.embedding());
        ClusterNamer namer = namer(data, model, options);
        ClusterNames names = namer == null ? ClusterNames.none(tree) : ClusterNames.of(tree, namer);
        NamedClusters found = new NamedClusters(tree, names);
        return options.given() == null ? found : options.given().applyTo(found);
    }

    /** The clusters of a map whose data is not at hand, named by classes or ids. */
    public static NamedClusters of(GneModel model, NameOptions options) {
        ClusterTree tree = ClusterTree.of(model.embedding());
        ClusterNamer namer = model.labels() != null
                ? new LabelNamer(model.labels())
                : model.ids() == null ? null : new IdNamer(model.ids(), model.embedding());
        ClusterNames names = namer == null ? ClusterNames.none(tree) : ClusterNames.of(tree, namer);
        NamedClusters found = new NamedClusters(tree, names);
        return options.given() == null ? found : options.given().applyTo(found);
    }

    /**
     * What names the clusters: texts of the rows if there are any; else the columns of a table; else classes; else ids. Null for
     * images and vectors of which none of these is known.
     */
    static @Nullable ClusterNamer namer(Dataset data, GneModel model, NameOptions options) {
        List<String> texts = options.texts() == null ? data.texts() : options.texts();
        if (texts != null) {
            return new PhraseNamer(texts, new TextWords(options.language()));
        }
        if (TableNamer.suits(data.samples().schema())) {
            return new TableNamer(data.samples());
        }
        RowLabels labels = Results.labels(data, model);
        if (labels instanceof Labels classes) {
            return new LabelNamer(classes);
        }
        Ids ids = Results.ids(data, model);
        return ids == null ? null : new IdNamer(ids, model.embedding());
    }

    /** The clusters of level 0 as classes of the rows, to colour them by. */
    public Labels asLabels() {
        List<ClusterTree.Node> level = tree.level(0);
        int[] classes = new int[tree.rows()];
        for (int row = 0; row < classes.length; row++) {
            // On level 0, an id is an index.
            classes[row] = tree.cluster(0, row);
        }
        return new Labels(
                classes,
                level.stream()
                        .map(node -> names.name(node.id()).isEmpty() ? "cluster " + node.id() : names.name(node.id()))
                        .toList());
    }

    /**
     * The content of {@code clusters.json}.
     *
     * @param ids what the rows are called, or null
     */
    Map<String, Object> json(@Nullable Ids ids) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rows", tree.rows());
        all.put("levels", tree.levels());
        List<Map<String, Object>> clusters = new ArrayList<>();
        for (ClusterTree.Node node : tree.nodes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", node.id());
            one.put("level", node.level());
            if (node.parent() != ClusterTree.NONE) {
                one.put("parent", node.parent());
            }
            one.put("name", names.name(node.id()));
            one.put("size", node.size());
            one.put("mode", place(node.mode()));
            one.put("medoid", node.medoid());
            if (ids != null) {
                one.put("medoidId", ids.get(node.medoid()));
            }
            clusters.add(one);
        }
        all.put("clusters", clusters);
        return all;
    }

    /** JSON knows no NaN: only the coordinates of the map's first two dimensions are known. */
    private static List<Float> place(float[] mode) {
        List<Float> place = new ArrayList<>();
        for (float coordinate : mode) {
            if (Float.isFinite(coordinate)) {
                place.add(coordinate);
            }
        }
        return place;
    }
}
