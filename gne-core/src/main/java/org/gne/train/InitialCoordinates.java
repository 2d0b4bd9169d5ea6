package org.gne.train;

import java.util.Objects;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/** Initial coordinates of the rows, except the neighbour layout. */
final class InitialCoordinates {

    private InitialCoordinates() {}

    static Embedding of(
            TrainingOptions.Start start,
            Samples samples,
            int dim,
            long seed,
            @Nullable PrincipalComponents components,
            Parallel parallel) {
        CounterRandom random = CounterRandom.of(seed, "start");
        float[] values = new float[Math.multiplyExact(samples.size(), dim)];
        switch (start) {
            case UNIFORM -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (0.1 * random.uniform(i) - 0.05);
                }
            }
            case RANDOM -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.gaussian(i);
                }
            }
            case PCA, NEIGHBORS -> pca(samples, dim, Objects.requireNonNull(components), parallel, random, values);
        }
        return new Embedding(values, dim);
    }

    /**
     * The first principal components, scaled to a standard deviation of 1; if the data has fewer directions than the
     * map, the other axes are random.
     */
    private static void pca(
            Samples samples,
            int dim,
            PrincipalComponents components,
            Parallel parallel,
            CounterRandom random,
            float[] values) {
        PrincipalComponents leading = components.leading(dim);
        int count = leading.count();
        float[] factor = new float[dim];
        for (int k = 0; k < count; k++) {
            float variance = leading.variance()[k];
            boolean flat = variance <= 1e-12f * Math.max(1e-20f, leading.variance()[0]) || variance <= 1e-20f;
            factor[k] = flat ? 0 : (float) (1 / Math.sqrt(variance));
        }
        float[] projected = leading.projectAll(samples, parallel).values();
        for (int at = 0; at < values.length; at++) {
            int k = at % dim;
            values[at] = k < count && factor[k] > 0 ? projected[at / dim * count + k] * factor[k] : random.gaussian(at);
        }
    }
}
