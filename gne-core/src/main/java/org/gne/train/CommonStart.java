package org.gne.train;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Median;
import org.gne.kernel.Parallel;
import org.gne.layout.NeighborLayout;
import org.gne.layout.NeighborOptions;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.gne.search.GlobalSearch;
import org.jspecify.annotations.Nullable;

/**
 * The common start of all parts of a training on a cluster, computed from some of the rows: the principal components,
 * and the initial coordinates of those rows. Its size does not depend on the number of all rows.
 *
 * <p>The neighbours of a part's rows are found among the rows of the part and these chosen rows, whose coordinates are
 * few enough to be sent to every part.
 *
 * @param components the principal components
 * @param reduced the chosen rows on the components
 * @param places the initial coordinates of the chosen rows
 * @param layout whether other rows start beside the chosen rows, instead of at initial coordinates of their own
 * @hidden internal
 */
public record CommonStart(PrincipalComponents components, Embedding reduced, Embedding places, boolean layout) {

    /** The number of rows to choose, evenly spread over the data: the number that the components are computed from. */
    public static final int MOST_ROWS = PrincipalComponents.MOST_ROWS;

    /** The number of chosen rows whose mean is the start of another row. */
    private static final int BESIDE = 5;

    /**
     * @param some at least one and at most {@value #MOST_ROWS} rows, converted for the comparison by distance ({@link
     *     org.gne.nn.Heads#represented})
     * @param dim the number of dimensions of the map
     */
    public static CommonStart of(Samples some, int dim, TrainingOptions options, long seed, Parallel parallel) {
        PrincipalComponents components =
                PrincipalComponents.fit(some, Math.max(GlobalSearch.COMPONENTS, dim), seed, parallel);
        Embedding reduced = components.projectAll(some, parallel);
        boolean layout = options.start() == TrainingOptions.Start.NEIGHBORS
                && dim == 2
                && options.neighbors().on()
                && some.size() >= Training.FEWEST_ROWS;
        Embedding places = layout
                ? NeighborLayout.of(
                        reduced,
                        graph(reduced, options.neighbors(), seed, parallel),
                        options.neighbors().layout(),
                        CounterRandom.of(seed, "neighbour layout"),
                        parallel)
                : InitialCoordinates.of(options.start(), some, dim, seed, components, parallel);
        return new CommonStart(components, reduced, places, layout);
    }

    private static NeighborGraph graph(Embedding reduced, NeighborOptions options, long seed, Parallel parallel) {
        int n = reduced.size();
        int k = Math.min(options.neighborsAmong(n), n - 1);
        return NeighborSearch.over(reduced, seed, parallel).graph(k, parallel);
    }

    /**
     * The neighbours of a part's rows, among these rows and guests; null if neighbours are not used or there are too
     * few rows.
     *
     * @param part rows, comparable by distance
     * @param guests which of the chosen rows belong to other parts; in the graph they follow the rows of the part
     */
    public @Nullable NeighborGraph graph(
            Samples part, int[] guests, TrainingOptions options, long seed, Parallel parallel) {
        int n = part.size();
        if (!options.neighbors().on() || n + guests.length < Training.FEWEST_ROWS) {
            return null;
        }
        int depth = components.count();
        float[] all = Arrays.copyOf(
                components.projectAll(part, parallel).values(), Math.multiplyExact(n + guests.length, depth));
        for (int i = 0; i < guests.length; i++) {
            System.arraycopy(reduced.values(), guests[i] * depth, all, (n + i) * depth, depth);
        }
        NeighborGraph graph = graph(new Embedding(all, depth), options.neighbors(), seed, parallel);
        int own = n * graph.k();
        return new NeighborGraph(
                graph.k(), Arrays.copyOf(graph.neighbors(), own), Arrays.copyOf(graph.distances(), own));
    }

    /**
     * The initial coordinates of the rows of a part: the mean of the nearest chosen rows; a chosen row starts where the
     * layout put it.
     *
     * @param part rows, comparable by distance
     * @param partSeed the seed of the part's random numbers
     */
    Embedding start(Samples part, int dim, TrainingOptions.Start start, long partSeed, Parallel parallel) {
        if (!layout) {
            return InitialCoordinates.of(start, part, dim, partSeed, components, parallel);
        }
        int k = Math.min(BESIDE, reduced.size());
        NeighborGraph near = NeighborSearch.over(reduced, partSeed, parallel)
                .nearest(components.projectAll(part, parallel), k, parallel);
        float[] values = new float[part.size() * dim];
        float[] beside = new float[k];
        Median median = new Median(k);
        for (int i = 0; i < part.size(); i++) {
            for (int axis = 0; axis < dim; axis++) {
                for (int e = 0; e < k; e++) {
                    beside[e] = places.get(near.neighbors()[i * k + e], axis);
                }
                boolean chosen = near.distances()[i * k] == 0;
                values[i * dim + axis] = chosen ? beside[0] : median.of(beside);
            }
        }
        return new Embedding(values, dim);
    }

    /** The seed of a part; that of the first part is the seed of a training on one machine. */
    static long partSeed(long seed, int part) {
        return part == 0 ? seed : CounterRandom.of(seed, "part").bits(part);
    }
}
