package org.gne.train;

import java.util.Objects;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** Where rows begin. */
final class Starts {

    private Starts() {}

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
            case PCA -> pca(samples, dim, Objects.requireNonNull(components), parallel, random, values);
        }
        return new Embedding(values, dim);
    }

    /** Each axis at standard deviation 1; where the data has fewer directions than the map, the rest is random. */
    private static void pca(
            Samples samples,
            int dim,
            PrincipalComponents components,
            Parallel parallel,
            CounterRandom random,
            float[] values) {
        int count = components.count();
        float[] factor = new float[dim];
        for (int k = 0; k < Math.min(count, dim); k++) {
            float variance = components.variance()[k];
            boolean flat = variance <= 1e-12f * Math.max(1e-20f, components.variance()[0]) || variance <= 1e-20f;
            factor[k] = flat ? 0 : (float) (1 / Math.sqrt(variance));
        }
        int width = samples.width();
        int tile = Workspace.TILE;
        int tiles = (samples.size() + tile - 1) / tile;
        parallel.run(tiles, (t, worker) -> {
            int from = t * tile;
            int n = Math.min(tile, samples.size() - from);
            float[] rows = new float[n * width];
            float[] projected = new float[n * count];
            for (int i = 0; i < n; i++) {
                samples.read(from + i, rows, i * width);
            }
            components.project(Kernels.active(), n, rows, projected);
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < dim; k++) {
                    int at = (from + i) * dim + k;
                    values[at] =
                            k < count && factor[k] > 0 ? projected[i * count + k] * factor[k] : random.gaussian(at);
                }
            }
        });
    }
}
