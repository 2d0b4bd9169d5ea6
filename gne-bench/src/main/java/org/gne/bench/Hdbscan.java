package org.gne.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gne.data.Embedding;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The clusters of a map by Tribuo's HDBSCAN, a peer of GNE's own clusters: {@code Hdbscan MAP.csv WANTED CLUSTERS.csv
 * SIZE ...}. Tries the least sizes of a cluster, from small to large, until there are no more than WANTED clusters, and writes those
 * whose number is nearest to WANTED, a line per row: 0 and above, or -1 for noise.
 */
public final class Hdbscan {

    /** A core point's distance is that to its tenth neighbour. */
    private static final int NEIGHBORS = 10;

    private Hdbscan() {}

    /** Finds the clusters. */
    public static void main(String[] args) throws IOException {
        MutableDataset<ClusterID> points = points(args[0]);
        int wanted = Integer.parseInt(args[1]);
        List<Integer> best = List.of();
        for (String size : List.of(args).subList(3, args.length)) {
            List<Integer> found = new HdbscanTrainer(
                            Integer.parseInt(size),
                            DistanceType.L2.getDistance(),
                            NEIGHBORS,
                            Runtime.getRuntime().availableProcessors(),
                            NeighboursQueryFactoryType.KD_TREE)
                    .train(points)
                    .getClusterLabels();
            System.err.println("least size " + size + ": " + count(found) + " clusters");
            if (best.isEmpty() || Math.abs(count(found) - wanted) < Math.abs(count(best) - wanted)) {
                best = found;
            }
            if (count(found) <= wanted) {
                break;
            }
        }
        List<Integer> distinct =
                best.stream().filter(label -> label != 0).distinct().sorted().toList();
        // Tribuo counts from 3, and 0 is noise.
        List<String> lines = best.stream()
                .map(label -> Integer.toString(distinct.indexOf(label)))
                .toList();
        Files.write(Path.of(args[2]), lines, StandardCharsets.UTF_8);
    }

    private static int count(List<Integer> labels) {
        return (int) labels.stream().filter(label -> label != 0).distinct().count();
    }

    private static MutableDataset<ClusterID> points(String file) {
        Embedding map = MapFile.read(file);
        ClusteringFactory factory = new ClusteringFactory();
        MutableDataset<ClusterID> points = new MutableDataset<>(new SimpleDataSourceProvenance(file, factory), factory);
        String[] names = {"x", "y"};
        for (int row = 0; row < map.size(); row++) {
            points.add(new ArrayExample<>(
                    ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, new double[] {map.get(row, 0), map.get(row, 1)}));
        }
        return points;
    }
}
