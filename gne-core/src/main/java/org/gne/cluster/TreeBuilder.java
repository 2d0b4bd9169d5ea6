package org.gne.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Embedding;

/** Makes a tree of the clusters of several scales: the finest level decides, and its clusters are gathered level by level. */
final class TreeBuilder {

    private final Embedding map;
    private final List<ClusterScale> scales;

    /**
     * @param scales from the coarsest to the finest
     */
    TreeBuilder(Embedding map, List<ClusterScale> scales) {
        this.map = map;
        this.scales = scales;
    }

    ClusterTree build() {
        int levels = scales.size();
        int[][] parents = new int[levels][];
        int[][] sizes = new int[levels][];
        int[][] clusters = new int[levels][];
        clusters[levels - 1] = scales.get(levels - 1).clusters();
        for (int level = levels - 1; level >= 0; level--) {
            sizes[level] = sizes(clusters[level], scales.get(level).count());
            if (level > 0) {
                ClusterScale coarser = scales.get(level - 1);
                parents[level] = parents(clusters[level], scales.get(level).count(), coarser);
                clusters[level - 1] = gathered(clusters[level], parents[level]);
            }
        }
        return numbered(clusters, sizes, parents);
    }

    private static int[] sizes(int[] clusters, int count) {
        int[] sizes = new int[count];
        for (int cluster : clusters) {
            if (cluster >= 0) {
                sizes[cluster]++;
            }
        }
        return sizes;
    }

    /** The coarser cluster that holds most rows of each finer one. */
    private static int[] parents(int[] clusters, int count, ClusterScale coarser) {
        int[][] shared = new int[count][coarser.count()];
        for (int row = 0; row < clusters.length; row++) {
            if (clusters[row] >= 0) {
                shared[clusters[row]][coarser.clusters()[row]]++;
            }
        }
        int[] parents = new int[count];
        for (int cluster = 0; cluster < count; cluster++) {
            for (int other = 0; other < coarser.count(); other++) {
                parents[cluster] =
                        shared[cluster][other] > shared[cluster][parents[cluster]] ? other : parents[cluster];
            }
        }
        return parents;
    }

    private static int[] gathered(int[] clusters, int[] parents) {
        return IntStream.of(clusters)
                .map(cluster -> cluster < 0 ? -1 : parents[cluster])
                .toArray();
    }

    /** Gives the clusters that have rows their numbers: level by level, the largest first. */
    private ClusterTree numbered(int[][] clusters, int[][] sizes, int[][] parents) {
        int[][] ids = new int[clusters.length][];
        List<int[]> found = new ArrayList<>();
        for (int level = 0; level < clusters.length; level++) {
            int[] own = sizes[level];
            int[] order = IntStream.range(0, own.length)
                    .filter(cluster -> own[cluster] > 0)
                    .boxed()
                    .sorted(Comparator.comparing(cluster -> -own[cluster]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            ids[level] = new int[own.length];
            for (int cluster : order) {
                ids[level][cluster] = found.size();
                found.add(new int[] {level, cluster});
            }
        }
        int[][] rows = rows(clusters, ids, found.size());
        List<ClusterTree.Node> nodes = new ArrayList<>();
        for (int[] each : found) {
            int level = each[0];
            int id = nodes.size();
            int parent = level == 0 ? ClusterTree.NONE : ids[level - 1][parents[level][each[1]]];
            int[] children = IntStream.range(id + 1, found.size())
                    .filter(other -> found.get(other)[0] == level + 1
                            && ids[level][parents[level + 1][found.get(other)[1]]] == id)
                    .toArray();
            float[] mode = scales.get(level).mode(each[1], map.dim());
            nodes.add(new ClusterTree.Node(
                    id, level, parent, children, rows[id].length, mode, GeometricMedian.nearestRow(map, rows[id])));
        }
        return ClusterTree.of(nodes, clusters);
    }

    /** The rows of each id; the clusters of the rows become ids on the way. */
    private static int[][] rows(int[][] clusters, int[][] ids, int count) {
        int[] ends = new int[count];
        for (int level = 0; level < clusters.length; level++) {
            for (int row = 0; row < clusters[level].length; row++) {
                if (clusters[level][row] >= 0) {
                    clusters[level][row] = ids[level][clusters[level][row]];
                    ends[clusters[level][row]]++;
                }
            }
        }
        int[][] rows = new int[count][];
        for (int id = 0; id < count; id++) {
            rows[id] = new int[ends[id]];
            ends[id] = 0;
        }
        for (int[] level : clusters) {
            for (int row = 0; row < level.length; row++) {
                if (level[row] >= 0) {
                    rows[level[row]][ends[level[row]]++] = row;
                }
            }
        }
        return rows;
    }
}
