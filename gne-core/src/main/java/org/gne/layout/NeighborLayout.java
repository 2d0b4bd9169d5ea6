package org.gne.layout;

import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.Affinities;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.TsneDescent;

/**
 * A start for the map that keeps neighbours together: a short t-SNE with its attraction exaggerated to the end, which
 * gathers clusters as UMAP does (Boehm et al. 2022).
 */
public final class NeighborLayout {

    /** Exaggeration in the first half and in the second. */
    private static final double EARLY = 12;

    private static final double LATE = 4;

    /** Neighbours of a row to the perplexity. */
    private static final double NEIGHBORS = 1.5;

    private NeighborLayout() {}

    /**
     * A layout in 2 dimensions, its axes at standard deviation 1 in the mean.
     *
     * @param reduced rows on their principal components
     * @param graph their neighbours
     * @param iterations of the descent
     */
    public static Embedding of(
            Embedding reduced, NeighborGraph graph, int iterations, CounterRandom random, Parallel parallel) {
        int n = graph.size();
        double perplexity = Math.max(1, graph.k() / NEIGHBORS);
        Affinities affinities = Affinities.of(graph, perplexity, parallel);
        float[] y = TsneDescent.start(reduced, random);
        TsneDescent descent = new TsneDescent(affinities, y, parallel);
        // Where there are few neighbourhoods, so much attraction would draw all into one place.
        double most = Math.max(1, n / (3 * perplexity));
        for (int i = 0; i < iterations; i++) {
            boolean early = i < iterations / 2;
            double exaggeration = Math.min(most, early ? EARLY : LATE);
            descent.step(exaggeration, n / exaggeration, early ? TsneDescent.EARLY_MOMENTUM : TsneDescent.MOMENTUM);
        }
        double square = 0;
        for (float value : y) {
            square += (double) value * value;
        }
        float factor = (float) (1 / Math.sqrt(Math.max(square / y.length, Float.MIN_NORMAL)));
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return new Embedding(y, 2);
    }
}
