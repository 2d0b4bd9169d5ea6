package org.gne.layout;

import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.Affinities;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.TsneDescent;

/**
 * Initial coordinates that keep neighbours together: a short t-SNE whose attraction is exaggerated until the end, which
 * gathers clusters as UMAP does (Boehm et al. 2022).
 *
 * @hidden internal
 */
public final class NeighborLayout {

    /** The exaggeration in the first half and in the second half. */
    private static final double EARLY = 12;

    private static final double LATE = 4;

    /** The number of neighbours of a row, relative to the perplexity. */
    private static final double NEIGHBORS = 1.5;

    private NeighborLayout() {}

    /**
     * Computes a layout in 2 dimensions. The mean standard deviation of its axes is 1.
     *
     * @param reduced the rows on their principal components
     * @param graph their neighbours
     * @param iterations the number of iterations of the descent
     */
    public static Embedding of(
            Embedding reduced, NeighborGraph graph, int iterations, CounterRandom random, Parallel parallel) {
        int n = graph.size();
        double perplexity = Math.max(1, graph.k() / NEIGHBORS);
        Affinities affinities = Affinities.of(graph, perplexity, parallel);
        float[] y = TsneDescent.start(reduced, random);
        TsneDescent descent = new TsneDescent(affinities, y, parallel);
        // With few neighbourhoods, so much attraction would pull all rows to one point.
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
