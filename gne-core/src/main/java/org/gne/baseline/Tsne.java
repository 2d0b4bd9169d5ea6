package org.gne.baseline;

import java.util.ArrayList;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.neighbor.Affinities;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.gne.neighbor.TsneDescent;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) in two dimensions. Neighbours are found
 * on principal components, repulsion is computed on a grid (Linderman et al. 2019), and the initial coordinates are the
 * first principal components (Kobak and Berens 2019). The same seed gives the same map, whatever the number of threads.
 */
public final class Tsne {

    /** The number of principal components on which neighbours are found. */
    static final int COMPONENTS = 50;

    private static final int REPORT = 50;

    private Tsne() {}

    /**
     * Fits a map.
     *
     * @param samples the scaled rows, at least one
     * @param seed the seed of the jitter that separates equal rows
     * @throws IllegalArgumentException if there are no rows, or values are not finite
     */
    public static TsneMap fit(
            Samples samples, TsneOptions options, long seed, Parallel parallel, TsneListener listener) {
        int n = samples.size();
        if (n == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        samples.requireFinite();
        long begin = System.nanoTime();
        PrincipalComponents components = PrincipalComponents.fit(samples, COMPONENTS, seed, parallel);
        Embedding reduced = components.projectAll(samples, parallel);
        float[] y = TsneDescent.start(reduced, CounterRandom.of(seed, "t-SNE start"));
        NeighborSearch search = NeighborSearch.over(reduced, seed, parallel);
        // Three times the perplexity, or all other rows if they are fewer.
        double perplexity = Math.max(1, Math.min(options.perplexity(), (n - 1) / 3.0));
        double[] divergences = {0};
        int done = 0;
        if (n > 1) {
            int k = Math.min(n - 1, (int) Math.ceil(3 * perplexity));
            NeighborGraph graph = search.graph(k, parallel);
            Affinities affinities = Affinities.of(graph, Math.min(perplexity, k), parallel);
            TsneDescent descent = new TsneDescent(affinities, y, parallel);
            // With few neighbourhoods, so much attraction would pull all rows to one point.
            double exaggeration = Math.max(1, Math.min(options.exaggeration(), n / (3 * perplexity)));
            List<Double> seen = new ArrayList<>();
            while (done < options.iterations()) {
                boolean early = done < options.exaggerated();
                double factor = early ? exaggeration : 1;
                double rate = options.learningRate() > 0 ? options.learningRate() : n / factor;
                descent.step(factor, rate, early ? TsneDescent.EARLY_MOMENTUM : TsneDescent.MOMENTUM);
                done++;
                if (done % REPORT == 0 || done == options.iterations()) {
                    double divergence = descent.divergence();
                    seen.add(divergence);
                    boolean stop = listener.onIterations(done, options.iterations(), divergence)
                            != FitListener.Action.CONTINUE;
                    if (stop || Thread.currentThread().isInterrupted()) {
                        break;
                    }
                }
            }
            divergences = seen.stream().mapToDouble(Double::doubleValue).toArray();
        }
        Embedding embedding = new Embedding(y, 2);
        return new TsneMap(
                embedding,
                perplexity,
                divergences[divergences.length - 1],
                divergences,
                done,
                (System.nanoTime() - begin) * 1e-9,
                new TsnePlacement(components, search, embedding));
    }
}
