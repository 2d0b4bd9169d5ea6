package org.gne.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Embedding;

/**
 * The clusters of a map as a hierarchy. Level 0 has a few large clusters, each next level more and smaller ones; a cluster lies
 * within one cluster of the level above. Every row with finite coordinates is in one cluster of each level.
 *
 * <p>The clusters of a level are the basins of a kernel density estimate of the rows at one scale ({@link Basins}); the scales are
 * those at which the number of clusters is stable ({@link ClusterScales}). A cluster of a finer level belongs to the coarser one that
 * holds most of its rows, and takes all its rows there. The work is linear in the rows. The same coordinates give the same tree.
 *
 * <pre>{@code
 * ClusterTree tree = ClusterTree.of(model.embedding());
 * for (ClusterTree.Node node : tree.level(0)) {
 *     System.out.println(node.size() + " rows around " + Arrays.toString(node.mode()));
 * }
 * }</pre>
 */
public final class ClusterTree {

    /** The parent of the clusters of level 0. */
    public static final int NONE = -1;

    /**
     * A cluster.
     *
     * @param id its number: an index into {@link #nodes}; level by level, in a level the largest first
     * @param level 0 for the coarsest level
     * @param parent the id of the cluster of the level above that contains it, or {@link #NONE}
     * @param children the ids of the clusters of the next level within it, the largest first; empty on the last level
     * @param size the number of its rows
     * @param mode the place of the highest density: one number per dimension of the map, NaN for those after the second
     * @param medoid the row nearest to the geometric median of its rows on the map
     */
    public record Node(int id, int level, int parent, int[] children, int size, float[] mode, int medoid) {}

    private final List<Node> nodes;
    private final int[][] clusters;

    private ClusterTree(List<Node> nodes, int[][] clusters) {
        this.nodes = List.copyOf(nodes);
        this.clusters = clusters;
    }

    /**
     * Finds the clusters of a map. Of a map of three or more dimensions, the first two are used, as figures show it.
     *
     * @throws IllegalArgumentException if no row has finite coordinates
     */
    public static ClusterTree of(Embedding map) {
        boolean any = IntStream.range(0, map.size())
                .anyMatch(
                        row -> Float.isFinite(map.get(row, 0)) && (map.dim() == 1 || Float.isFinite(map.get(row, 1))));
        if (!any) {
            throw new IllegalArgumentException(
                    "clusters: found no row with finite coordinates among " + map.size() + ", expected at least 1");
        }
        return new TreeBuilder(map, ClusterScales.of(map)).build();
    }

    static ClusterTree of(List<Node> nodes, int[][] clusters) {
        return new ClusterTree(nodes, clusters);
    }

    /** The number of levels, 1 to 3. */
    public int levels() {
        return clusters.length;
    }

    /** All clusters; the id of a cluster is its index. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The clusters of a level, the largest first. */
    public List<Node> level(int level) {
        return nodes.stream().filter(node -> node.level() == level).toList();
    }

    /** The clusters within one cluster, or those of level 0 for {@link #NONE}. */
    public List<Node> children(int id) {
        return id == NONE
                ? level(0)
                : IntStream.of(nodes.get(id).children()).mapToObj(nodes::get).toList();
    }

    /** The number of rows of the map. */
    public int rows() {
        return clusters[0].length;
    }

    /** The id of the cluster of a row at a level, or -1 if its coordinates are not finite. */
    public int cluster(int level, int row) {
        return clusters[level][row];
    }

    /** The rows of a cluster, ascending. */
    public int[] rows(int id) {
        int[] of = clusters[nodes.get(id).level()];
        return IntStream.range(0, of.length).filter(row -> of[row] == id).toArray();
    }

    /** The rows of each cluster, ascending: {@code [nodes][size]}. */
    public int[][] allRows() {
        List<int[]> all = new ArrayList<>();
        nodes.forEach(node -> all.add(new int[node.size()]));
        int[] ends = new int[nodes.size()];
        for (int[] level : clusters) {
            for (int row = 0; row < level.length; row++) {
                if (level[row] >= 0) {
                    all.get(level[row])[ends[level[row]]++] = row;
                }
            }
        }
        return all.toArray(int[][]::new);
    }

    @Override
    public String toString() {
        int[] counts = IntStream.range(0, levels()).map(i -> level(i).size()).toArray();
        return "ClusterTree of " + rows() + " rows, clusters per level: " + Arrays.toString(counts);
    }
}
