package org.gne.quality;

import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapRange;
import org.gne.kernel.Parallel;
import org.gne.neighbor.MajorityVote;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * Which class a place of a 2-D map belongs to: the majority of the nearest rows of a known class. Unlike the edges between
 * rows, territories meet across a gap.
 */
public final class ClassTerritories {

    /** Places across and down. */
    private static final int SIDE = 100;

    private ClassTerritories() {}

    /**
     * How much border two classes share, of all the border of either.
     *
     * @param k rows that decide about a place, at least 1; all where there are fewer
     * @param seed of the search
     * @throws IllegalArgumentException if the map has not 2 dimensions, there are not as many points as labels, or
     *     coordinates are not finite
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
        // A border between the two is in the sum of both.
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
