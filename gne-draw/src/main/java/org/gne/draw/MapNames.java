package org.gne.draw;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.cluster.ClusterNames;
import org.gne.cluster.ClusterTree;
import org.gne.data.Labels;

/** The names on a map: those of the classes, those of the clusters, or none. */
public final class MapNames {

    /** The ink of clusters. */
    private static final Color INK = new Color(0x2b2b2b);

    private static final int LARGE = 32;
    private static final int MIDDLE = 24;
    private static final int SMALL = 19;

    /** A name is not written far from where its rows are dense. */
    private static final double NEAR = 0.35;

    /**
     * A name to write.
     *
     * @param text one or two lines
     * @param ink its colour on a light background
     * @param size the size of its letters in pixels
     * @param bold whether the letters are bold
     * @param rows the rows that it names
     * @param near the least density at its place, as a share of the highest; 0 for anywhere among its rows
     */
    record Name(List<String> text, Color ink, int size, boolean bold, int[] rows, double near) {}

    /**
     * A row that stands for a cluster without a name.
     *
     * @param row the row
     * @param level the level of the cluster
     */
    record Medoid(int row, int level) {}

    /** Makes the names when it is known how many rows are drawn. */
    private interface Source {
        List<Name> names(int drawn);
    }

    private final Source source;
    private final List<Medoid> medoids;

    private MapNames(Source source, List<Medoid> medoids) {
        this.source = source;
        this.medoids = medoids;
    }

    /** No names. */
    public static MapNames none() {
        return new MapNames(drawn -> List.of(), List.of());
    }

    /** The names of the classes that have a look of their own ({@link ClassLooks}), the largest first. */
    public static MapNames classes(Labels labels) {
        return new MapNames(drawn -> ofClasses(labels, drawn), List.of());
    }

    /**
     * The names of the clusters of the first two levels: those of the first large, those of the second small where there is room.
     * Instead of clusters without names, a few rows are drawn larger if rows are images.
     */
    public static MapNames clusters(ClusterTree tree, ClusterNames names) {
        List<Medoid> medoids = tree.nodes().stream()
                .filter(node -> node.level() < 2 && names.name(node.id()).isEmpty())
                .map(node -> new Medoid(node.medoid(), node.level()))
                .toList();
        return new MapNames(drawn -> ofClusters(tree, names), medoids);
    }

    private static List<Name> ofClasses(Labels labels, int drawn) {
        ClassLooks looks = ClassLooks.of(labels);
        ShortNames shortNames = ShortNames.of(labels.names());
        int[][] rows = rows(labels);
        return IntStream.of(looks.shown())
                .filter(label -> rows[label].length > 0)
                .boxed()
                .sorted(Comparator.comparing(label -> -rows[label].length))
                .map(label -> {
                    String text = shortNames.get(label);
                    // Small classes have small names.
                    int size = text.length() <= 2 ? 46 : rows[label].length < drawn / 12 ? 22 : 30;
                    return new Name(List.of(text), looks.ink(label), size, true, rows[label], 0);
                })
                .toList();
    }

    private static int[][] rows(Labels labels) {
        int[] counts = new int[labels.names().size()];
        for (int label : labels.classes()) {
            if (label >= 0) {
                counts[label]++;
            }
        }
        int[][] rows = new int[counts.length][];
        for (int label = 0; label < rows.length; label++) {
            rows[label] = new int[counts[label]];
        }
        for (int row = labels.size() - 1; row >= 0; row--) {
            int label = labels.classes()[row];
            if (label >= 0) {
                rows[label][--counts[label]] = row;
            }
        }
        return rows;
    }

    private static List<Name> ofClusters(ClusterTree tree, ClusterNames names) {
        List<Name> all = new ArrayList<>();
        int[][] rows = tree.allRows();
        for (ClusterTree.Node node : tree.nodes()) {
            String name = names.name(node.id());
            boolean repeats = node.parent() != ClusterTree.NONE
                    && names.name(node.parent()).equals(name);
            if (node.level() < 2 && !name.isEmpty() && !repeats) {
                boolean first = node.level() == 0;
                int size = name.length() <= 2 ? 46 : node.size() < tree.rows() / 25 ? MIDDLE : LARGE;
                all.add(new Name(
                        NameLines.of(name), INK, first ? size : SMALL, first, rows[node.id()], first ? 0 : NEAR));
            }
        }
        return all;
    }

    List<Name> names(int drawn) {
        return source.names(drawn);
    }

    List<Medoid> medoids() {
        return medoids;
    }
}
