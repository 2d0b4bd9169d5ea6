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
import org.gne.neighbor.LabelledNeighbors;
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
     * @param classes the classes of these rows, -1 for none; null without classes
     * @param dim the number of dimensions of the map
     */
    public static CommonStart of(
            Samples some, int @Nullable [] classes, int dim, TrainingOptions options, long seed, Parallel parallel) {
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
                        graph(reduced, classes, options.neighbors(), seed, parallel),
                        options.neighbors().layout(),
                        CounterRandom.of(seed, "neighbour layout"),
                        parallel)
                : InitialCoordinates.of(options.start(), some, dim, seed, components, parallel);
        return new CommonStart(components, reduced, places, layout);
    }

    private static NeighborGraph graph(
            Embedding reduced, int @Nullable [] classes, NeighborOptions options, long seed, Parallel parallel) {
        int n = reduced.size();
        int k = Math.min(options.neighborsAmong(n), n - 1);
        NeighborSearch search = NeighborSearch.over(reduced, seed, parallel);
        return classes != null && options.labelled()
                ? LabelledNeighbors.of(search, k, classes, options.labels(), parallel)
                : search.graph(k, parallel);
    }

    /**
     * The neighbours of a part's rows, among these rows and guests; null if neighbours are not used or there are too
     * few rows.
     *
     * @param part rows, comparable by distance
     * @param guests which of the chosen rows belong to other parts; in the graph they follow the rows of the part
     * @param classes the classes of the part's rows and then of the guests, -1 for none; null without classes
     */
    public @Nullable NeighborGraph graph(
            Samples part,
            int[] guests,
            int @Nullable [] classes,
            TrainingOptions options,
            long seed,
            Parallel parallel) {
        int n = part.size();
        if (!options.neighbors().on() || n + guests.length < Training.FEWEST_ROWS) {
            return null;
        }
        Embedding own = components.projectAll(part, parallel);
        int depth = components.count();
        float[] all = Arrays.copyOf(own.values(), Math.multiplyExact(n + guests.length, depth));
        for (int i = 0; i < guests.length; i++) {
            System.arraycopy(reduced.values(), guests[i] * depth, all, (n + i) * depth, depth);
        }
        Embedding candidates = new Embedding(all, depth);
        if (guests.length > 0 && !(classes != null && options.neighbors().labelled())) {
            int k = Math.min(options.neighbors().neighborsAmong(n + guests.length), n + guests.length - 1);
            return withoutSelf(NeighborSearch.over(candidates, seed, parallel).nearest(own, k + 1, parallel));
        }
        NeighborGraph graph = graph(candidates, classes, options.neighbors(), seed, parallel);
        int entries = n * graph.k();
        return new NeighborGraph(
                graph.k(), Arrays.copyOf(graph.neighbors(), entries), Arrays.copyOf(graph.distances(), entries));
    }

    /** The nearest points without the row itself, which is among them unless enough others are equal to it. */
    private static NeighborGraph withoutSelf(NeighborGraph nearest) {
        int most = nearest.k();
        int k = most - 1;
        int n = nearest.neighbors().length / most;
        NeighborGraph graph = new NeighborGraph(k, new int[Math.multiplyExact(n, k)], new float[n * k]);
        for (int row = 0; row < n; row++) {
            int to = row * k;
            for (int e = row * most; e < (row + 1) * most && to < (row + 1) * k; e++) {
                if (nearest.neighbors()[e] != row) {
                    graph.neighbors()[to] = nearest.neighbors()[e];
                    graph.distances()[to++] = nearest.distances()[e];
                }
            }
        }
        return graph;
    }

    /**
     * The initial coordinates of the rows of a part: the mean of the nearest chosen rows; a chosen row starts where the
     * layout put it.
     *
     * @param part rows, comparable by distance
     * @param chosen {@code [rows of the part]}: which of the chosen rows a row is, or -1
     * @param partSeed the seed of the part's random numbers
     */
    Embedding start(
            Samples part, int[] chosen, int dim, TrainingOptions.Start start, long partSeed, Parallel parallel) {
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
                boolean same = near.distances()[i * k] == 0;
                values[i * dim + axis] =
                        chosen[i] >= 0 ? places.get(chosen[i], axis) : same ? beside[0] : median.of(beside);
            }
        }
        return new Embedding(values, dim);
    }

    /** The seed of a part; that of the first part is the seed of a training on one machine. */
    static long partSeed(long seed, int part) {
        return part == 0 ? seed : CounterRandom.of(seed, "part").bits(part);
    }
}
