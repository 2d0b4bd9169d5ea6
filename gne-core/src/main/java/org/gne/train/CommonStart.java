package org.gne.train;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a training that is spread over machines have in common before it begins, found on some of the rows:
 * the principal components, and a layout of those rows beside which all others begin. Its size does not depend on how many
 * rows there are.
 *
 * @param components of the rows
 * @param reduced the chosen rows on their components
 * @param layout where the chosen rows begin, or null where rows do not begin beside others
 */
public record CommonStart(
        PrincipalComponents components,
        Embedding reduced,
        @Nullable Embedding layout) {

    /** Rows to choose, evenly spread over the data: as many as the components are found on. */
    public static final int MOST_ROWS = PrincipalComponents.MOST_ROWS;

    /** Chosen rows that a row begins in the midst of. */
    private static final int BESIDE = 5;

    /**
     * @param some at most {@value #MOST_ROWS} rows as the model sees them, at least one
     * @param dim of the map
     */
    public static CommonStart of(Samples some, int dim, TrainingOptions options, long seed, Parallel parallel) {
        PrincipalComponents components =
                PrincipalComponents.fit(some, Math.max(GlobalSearch.COMPONENTS, dim), seed, parallel);
        Embedding reduced = components.projectAll(some, parallel);
        NeighborGraph graph = options.start() == TrainingOptions.Start.NEIGHBORS && dim == 2
                ? graph(reduced, options.neighbors(), seed, parallel)
                : null;
        Embedding layout =
                graph == null ? null : NeighborLayout.of(reduced, graph, options.neighbors(), seed, parallel);
        return new CommonStart(components, reduced, layout);
    }

    /** Who is near whom on the components, or null where neighbours play no part or rows are too few to have any. */
    static @Nullable NeighborGraph graph(Embedding reduced, NeighborOptions options, long seed, Parallel parallel) {
        int n = reduced.size();
        if (!options.on() || n < Training.FEWEST_ROWS) {
            return null;
        }
        int k = Math.min(options.neighbors(), n - 1);
        return NeighborSearch.over(reduced, seed, parallel).graph(k, parallel);
    }

    /** The neighbours of a part's rows among themselves, or null as {@link #of} has none. */
    public @Nullable NeighborGraph graph(Samples part, TrainingOptions options, long seed, Parallel parallel) {
        return options.neighbors().on()
                ? graph(components.projectAll(part, parallel), options.neighbors(), seed, parallel)
                : null;
    }

    /**
     * Where the rows of a part begin: in the midst of the chosen rows nearest to them, a chosen row where the layout put it.
     *
     * @param partSeed of the part's random numbers
     */
    Embedding start(Samples part, int dim, TrainingOptions.Start start, long partSeed, Parallel parallel) {
        if (layout == null) {
            return Starts.of(start, part, dim, partSeed, components, parallel);
        }
        int k = Math.min(BESIDE, reduced.size());
        NeighborGraph near = NeighborSearch.over(reduced, partSeed, parallel)
                .nearest(components.projectAll(part, parallel), k, parallel);
        float[] values = new float[part.size() * dim];
        float[] sorted = new float[k];
        for (int i = 0; i < part.size(); i++) {
            for (int axis = 0; axis < dim; axis++) {
                for (int e = 0; e < k; e++) {
                    sorted[e] = layout.get(near.neighbors()[i * k + e], axis);
                }
                boolean chosen = near.distances()[i * k] == 0;
                float own = sorted[0];
                Arrays.sort(sorted);
                values[i * dim + axis] = chosen ? own : (sorted[(k - 1) / 2] + sorted[k / 2]) / 2;
            }
        }
        return new Embedding(values, dim);
    }

    /** Random numbers of a part: those of the first are those of a training on one machine. */
    static long partSeed(long seed, int part) {
        return part == 0 ? seed : CounterRandom.of(seed, "part").bits(part);
    }
}
