package org.gne.explorer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.cluster.ClusterNames;
import org.gne.cluster.ClusterTree;
import org.gne.draw.NameLines;

/**
 * The clusters of a map, which the page names at the zoom at which they are large enough.
 *
 * @param tree the clusters
 * @param names their names
 */
public record MapClusters(ClusterTree tree, ClusterNames names) {

    /** The payload with the cluster of each row on the finest level. */
    static final String ROWS = "clusters";

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are not as many names as clusters
     */
    public MapClusters {
        if (names.names().size() != tree.nodes().size()) {
            throw new IllegalArgumentException("clusters: found "
                    + names.names().size() + " names, expected " + tree.nodes().size());
        }
    }

    /** The clusters as members of the description, parents before their children. */
    List<Object> described() {
        List<Object> all = new ArrayList<>();
        for (ClusterTree.Node node : tree.nodes()) {
            String name = names.name(node.id());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("level", node.level());
            if (node.parent() != ClusterTree.NONE) {
                one.put("parent", node.parent());
            }
            one.put("name", name);
            one.put("lines", name.isEmpty() ? List.of() : NameLines.of(name));
            one.put("at", node.mode());
            one.put("size", node.size());
            one.put("row", node.medoid());
            all.add(one);
        }
        return all;
    }

    /** The id of the cluster of each row on the finest level, -1 for a row without finite coordinates. The coarser ones are its ancestors. */
    Payload rows() {
        int[] ids = new int[tree.rows()];
        for (int row = 0; row < ids.length; row++) {
            ids[row] = tree.cluster(tree.levels() - 1, row);
        }
        return Payload.ofInts(ROWS, ids);
    }
}
