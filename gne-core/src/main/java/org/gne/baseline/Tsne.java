package org.gne.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.Affinities;
import org.gne.neighbor.Attraction;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.gne.neighbor.Repulsion;
import org.gne.train.FitListener;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) in two dimensions: neighbours among the
 * rows' principal components, repulsion on a grid (Linderman et al. 2019), a start from the principal components (Kobak and
 * Berens 2019). One seed gives one map, whatever the number of threads.
 */
public final class Tsne {

    /** Principal components among which neighbours are sought. */
    static final int COMPONENTS = 50;

    /** Standard deviation of the start's first axis. */
    private static final double START = 1e-4;

    private static final int REPORT = 50;

    private static final float EARLY_MOMENTUM = 0.5f;

    private static final float MOMENTUM = 0.8f;

    /** No point moves further than this in an iteration. */
    private static final float LONGEST_STEP = 5;

    private Tsne() {}

    /**
     * Learns a map.
     *
     * @param samples rows as scaled, at least one
     * @param seed of the jitter that parts equal rows
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
        float[] y = start(reduced, seed);
        NeighborSearch search = NeighborSearch.over(reduced, seed, parallel);
        // Three times the perplexity, as far as there are other rows.
        double perplexity = Math.max(1, Math.min(options.perplexity(), (n - 1) / 3.0));
        double[] divergences = {0};
        int done = 0;
        if (n > 1) {
            int k = Math.min(n - 1, (int) Math.ceil(3 * perplexity));
            NeighborGraph graph = search.graph(k, parallel);
            Affinities affinities = Affinities.of(graph, Math.min(perplexity, k), parallel);
            Descent descent = new Descent(affinities, perplexity, y, options, parallel);
            List<Double> seen = new ArrayList<>();
            while (done < options.iterations()) {
                descent.step(done);
                done++;
                if (done % REPORT == 0 || done == options.iterations()) {
                    double divergence = descent.divergence();
                    seen.add(divergence);
                    boolean stop =
                            listener.onIterations(done, options.iterations(), divergence) == FitListener.Action.STOP;
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

    /** The first two components, the first at a standard deviation of {@link #START}, with a hundredth of that as jitter. */
    private static float[] start(Embedding reduced, long seed) {
        int n = reduced.size();
        double square = 0;
        for (int i = 0; i < n; i++) {
            square += (double) reduced.get(i, 0) * reduced.get(i, 0);
        }
        double deviation = Math.sqrt(square / n);
        double factor = deviation > 0 ? START / deviation : 0;
        CounterRandom random = CounterRandom.of(seed, "t-SNE start");
        float[] y = new float[2 * n];
        for (int i = 0; i < y.length; i++) {
            int axis = i % 2;
            double component = axis < reduced.dim() ? reduced.get(i / 2, axis) : 0;
            // Rows that are all alike have no components: they start as a round cloud.
            y[i] = (float) (component * factor + (factor > 0 ? START / 100 : START) * random.gaussian(i));
        }
        return y;
    }

    /** Gradient descent with momentum and gains (Jacobs 1988). */
    private static final class Descent {
        private static final int CHUNK = 1 << 13;

        private final Affinities affinities;
        private final float[] y;
        private final TsneOptions options;
        private final Parallel parallel;
        private final Repulsion repulsion;
        private final double exaggeration;
        private final float[] attract;
        private final float[] repel;
        private final float[] update;
        private final float[] gains;

        Descent(Affinities affinities, double perplexity, float[] y, TsneOptions options, Parallel parallel) {
            this.affinities = affinities;
            this.y = y;
            this.options = options;
            this.parallel = parallel;
            int n = y.length / 2;
            repulsion = Repulsion.among(n, parallel);
            // Where there are few neighbourhoods, so much attraction would draw all into one place.
            exaggeration = Math.max(1, Math.min(options.exaggeration(), n / (3 * perplexity)));
            attract = new float[y.length];
            repel = new float[y.length];
            update = new float[y.length];
            gains = new float[y.length];
            Arrays.fill(gains, 1);
        }

        void step(int iteration) {
            boolean early = iteration < options.exaggerated();
            repulsion.setPoints(y, parallel);
            float normalizer = (float) repulsion.forces(y, repel, parallel);
            Attraction.forces(affinities, y, attract, parallel);
            float factor = early ? (float) exaggeration : 1;
            float rate = (float) (options.learningRate() > 0 ? options.learningRate() : y.length / 2 / factor);
            float momentum = early ? EARLY_MOMENTUM : MOMENTUM;
            parallel.run((y.length + CHUNK - 1) / CHUNK, (task, worker) -> {
                for (int i = task * CHUNK; i < Math.min(y.length, (task + 1) * CHUNK); i++) {
                    float gradient = factor * attract[i] - repel[i] / normalizer;
                    boolean turned = gradient * update[i] >= 0;
                    gains[i] = Math.max(0.01f, turned ? gains[i] * 0.8f : gains[i] + 0.2f);
                    float step = momentum * update[i] - rate * gains[i] * gradient;
                    update[i] = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
                    y[i] += update[i];
                }
            });
            centre();
        }

        private void centre() {
            double sumX = 0;
            double sumY = 0;
            for (int i = 0; i < y.length; i += 2) {
                sumX += y[i];
                sumY += y[i + 1];
            }
            float meanX = (float) (sumX / y.length * 2);
            float meanY = (float) (sumY / y.length * 2);
            for (int i = 0; i < y.length; i += 2) {
                y[i] -= meanX;
                y[i + 1] -= meanY;
            }
        }

        double divergence() {
            repulsion.setPoints(y, parallel);
            return Attraction.divergence(affinities, y, repulsion.forces(y, repel, parallel), parallel);
        }
    }
}
