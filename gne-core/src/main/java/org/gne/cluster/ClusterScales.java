package org.gne.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gne.data.Embedding;

/**
 * Chooses the scales of a map that become levels of a tree. Clusters that are really there are found over a range of scales (Y. Leung,
 * J.-S. Zhang and Z.-B. Xu, Clustering by Scale-Space Filtering, IEEE PAMI 22, 2000): of the scales with a suitable number of
 * clusters, the one around which this number changes least is chosen.
 */
final class ClusterScales {

    /** The widths, as shares of the map's longer side: from the finest to the coarsest. */
    private static final double FINEST = 0.005;

    private static final double COARSEST = 0.2;

    /** The number of widths per doubling. */
    private static final double STEPS = 4;

    /** The steps on either side of a scale over which a change counts. */
    private static final int AROUND = 2;

    /** A cluster has at least this part of the rows, and at least so many. */
    private static final int PARTS = 500;

    private static final int FEWEST = 5;

    /**
     * How many clusters a level may have, by {@link Basins#effective}: a few that are read at a glance, some, and many. A level where one
     * cluster has nearly all rows says little, however many small ones it has.
     */
    private static final List<Band> BANDS = List.of(new Band(3, 10), new Band(10, 33), new Band(33, 120));

    /** Of a map with two clusters. */
    private static final Band TWO = new Band(1.5, 3);

    /** How much less a scale is liked for being far from the middle of its band, against changes around it. */
    private static final double USUAL = 0.5;

    /** A level has at least so many times the clusters of the one above it. */
    private static final double MORE = 1.6;

    private record Band(double least, double most) {

        boolean holds(double clusters) {
            return least <= clusters && clusters < most;
        }

        /** How far a number of clusters is from the middle of the band. */
        double distance(double clusters) {
            return Math.abs(StrictMath.log(clusters / Math.sqrt(least * most)));
        }
    }

    private ClusterScales() {}

    /** The levels of a map, from the coarsest to the finest; at least one. */
    static List<ClusterScale> of(Embedding map) {
        RowGrid finest = RowGrid.of(map);
        int rows = IntStream.of(finest.counts()).sum();
        int smallest = Math.max(FEWEST, rows / PARTS);
        double side = Math.max(finest.columns(), finest.lines());
        List<Double> widths = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (int step = 0; FINEST * StrictMath.pow(2, step / STEPS) <= COARSEST; step++) {
            double width = side * FINEST * StrictMath.pow(2, step / STEPS);
            widths.add(width);
            counts.add(Basins.of(MapDensity.of(finest, width), smallest).effective());
        }
        return chosen(counts).stream()
                .map(step -> ClusterScale.of(map, finest, widths.get(step), smallest))
                .toList();
    }

    /**
     * @param counts the number of clusters of each scale, from the finest to the coarsest
     * @return the chosen scales, from the coarsest to the finest
     */
    static List<Integer> chosen(List<Double> counts) {
        List<Integer> chosen = new ArrayList<>();
        for (Band band : BANDS) {
            double least = chosen.isEmpty() ? 0 : counts.get(chosen.get(chosen.size() - 1));
            best(counts, band, MORE * least).ifPresent(chosen::add);
        }
        if (chosen.isEmpty()) {
            // One cluster at every scale, or at once too many: the coarsest scale.
            chosen.add(best(counts, TWO, 0).orElse(counts.size() - 1));
        }
        return chosen;
    }

    private static Optional<Integer> best(List<Double> counts, Band band, double least) {
        return IntStream.range(0, counts.size())
                .filter(step -> band.holds(counts.get(step)) && counts.get(step) >= least)
                .boxed()
                .min(Comparator.comparingDouble(
                        step -> change(counts, step) + USUAL * band.distance(counts.get(step))));
    }

    /** How much the number of clusters changes around a scale, as a logarithm. */
    private static double change(List<Double> counts, int step) {
        double finer = counts.get(Math.max(0, step - AROUND));
        double coarser = counts.get(Math.min(counts.size() - 1, step + AROUND));
        return StrictMath.log(Math.max(finer, coarser) / Math.min(finer, coarser));
    }
}
