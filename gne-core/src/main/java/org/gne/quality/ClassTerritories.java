package org.gne.quality;

import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapRange;
import org.gne.kernel.Parallel;
import org.gne.neighbor.MajorityVote;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * The class of each point of a 2-D map: the most frequent class among the nearest rows with a class. Unlike edges
 * between rows, territories also meet across a gap.
 */
public final class ClassTerritories {

    /** The number of points per line and per column. */
    private static final int SIDE = 100;

    private ClassTerritories() {}

    /**
     * The border between each two classes, relative to all borders of the two.
     *
     * @param k the number of nearest rows that decide the class of a point, at least 1; all rows if there are fewer
     * @param seed the seed of the search
     * @throws IllegalArgumentException if the map does not have 2 dimensions, the numbers of points and labels differ,
     *     or coordinates are not finite
     */
    public static ClassAdjacency borders(Embedding embedding, Labels labels, int k, long seed, Parallel parallel) {
        labels.requireOnePer(embedding);
        float[] values = new float[2 * SIDE * SIDE];
        float[][] places = MapRange.gridPlaces(embedding, SIDE);
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(places[i], 0, values, 2 * i, 2);
        }
        NeighborGraph nearest = NeighborSearch.over(embedding, seed, parallel)
                .nearest(new Embedding(values, 2), Math.min(k, embedding.size()), parallel);
        int[] owners = MajorityVote.of(nearest, labels);
        int classes = labels.names().size();
        long[][] across = new long[classes][classes];
        long[] borders = new long[classes];
        for (int i = 0; i < owners.length; i++) {
            if (i % SIDE + 1 < SIDE) {
                meet(owners[i], owners[i + 1], across, borders);
            }
            if (i + SIDE < owners.length) {
                meet(owners[i], owners[i + SIDE], across, borders);
            }
        }
        // The border between the two is counted in the sums of both.
        return ClassAdjacency.of(classes, (a, b) -> {
            long shared = across[a][b] + across[b][a];
            return shared == 0 ? 0 : (double) shared / (borders[a] + borders[b] - shared);
        });
    }

    private static void meet(int a, int b, long[][] across, long[] borders) {
        if (a != b && a >= 0 && b >= 0) {
            across[a][b]++;
            borders[a]++;
            borders[b]++;
        }
    }
}
