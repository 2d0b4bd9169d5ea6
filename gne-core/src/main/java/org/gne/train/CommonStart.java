package org.gne.train;

import java.util.Arrays;
import java.util.stream.IntStream;
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
 * The common start of all parts of a training on a cluster: the principal components, and the initial coordinates of some rows, evenly spread
 * over the data. Its size does not depend on the number of all rows.
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

    /**
     * The largest number of rows to choose, evenly spread over the data. Up to this number of rows in all, every part knows all rows, and one
     * part is the training of one machine.
     */
    public static final int MOST_ROWS = 65_536;

    /** The number of chosen rows whose mean is the start of another row. */
    private static final int BESIDE = 5;

    /**
     * The principal components of the rows of all parts.
     *
     * @param some at least one row, and at least {@link PrincipalComponents#MOST_ROWS} if there are as many, evenly spread over the data and
     *     converted for the comparison by distance ({@link org.gne.nn.Heads#represented})
     * @param dim the number of dimensions of the map
     */
    public static PrincipalComponents components(Samples some, int dim, long seed, Parallel parallel) {
        return PrincipalComponents.fit(some, Math.max(GlobalSearch.COMPONENTS, dim), seed, parallel);
    }

    /**
     * Whether the chosen rows are laid out by their neighbours, and other rows start beside them.
     *
     * @param chosen the number of chosen rows
     * @param dim the number of dimensions of the map
     */
    public static boolean layout(int chosen, int dim, TrainingOptions options) {
        return options.start() == TrainingOptions.Start.NEIGHBORS
                && dim == 2
                && options.neighbors().on()
                && chosen >= Training.FEWEST_ROWS;
    }

    /**
     * The initial coordinates of the rows of a part without a layout.
     *
     * @param rows of the part, comparable by distance
     * @param part the number of the part, from 0
     */
    public static Embedding initial(
            Samples rows,
            int dim,
            TrainingOptions options,
            long seed,
            int part,
            PrincipalComponents components,
            Parallel parallel) {
        return InitialCoordinates.of(options.start(), rows, dim, partSeed(seed, part), components, parallel);
    }

    /**
     * The start with a layout.
     *
     * @param reduced the chosen rows on the components
     * @param classes the classes of these rows, -1 for none; null without classes
     */
    public static CommonStart laidOut(
            PrincipalComponents components,
            Embedding reduced,
            int @Nullable [] classes,
            TrainingOptions options,
            long seed,
            Parallel parallel) {
        Embedding places = NeighborLayout.of(
                reduced,
                graph(reduced, classes, options.neighbors(), seed, parallel),
                options.neighbors().layout(),
                CounterRandom.of(seed, "neighbour layout"),
                parallel);
        return new CommonStart(components, reduced, places, true);
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
        Embedding points = new Embedding(all, depth);
        NeighborOptions neighbors = options.neighbors();
        if (guests.length == 0) {
            return graph(points, classes, neighbors, seed, parallel);
        }
        int most = points.size() - 1;
        int k = Math.min(neighbors.neighborsAmong(points.size()), most);
        int[] used = neighbors.labelled() ? classes : null;
        int found = used == null ? k : LabelledNeighbors.candidates(k, most);
        NeighborGraph nearest =
                withoutSelf(NeighborSearch.over(points, seed, parallel).nearest(own, found + 1, parallel));
        return used == null ? nearest : LabelledNeighbors.of(nearest, k, used, neighbors.labels(), parallel);
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
     * The initial coordinates of the rows of a part: the median of the nearest chosen rows; a chosen row starts where the
     * layout put it.
     *
     * @param rows of the part, comparable by distance
     * @param chosen {@code [rows of the part]}: which of the chosen rows a row is, or -1
     * @param part the number of the part
     */
    Embedding start(
            Samples rows, int[] chosen, int dim, TrainingOptions options, long seed, int part, Parallel parallel) {
        if (!layout) {
            return initial(rows, dim, options, seed, part, components, parallel);
        }
        long partSeed = partSeed(seed, part);
        int[] others =
                IntStream.range(0, rows.size()).filter(row -> chosen[row] < 0).toArray();
        int k = Math.min(BESIDE, reduced.size());
        NeighborGraph near = NeighborSearch.over(reduced, partSeed, parallel)
                .nearest(components.projectAll(rows.rows(others), parallel), k, parallel);
        float[] values = new float[rows.size() * dim];
        float[] beside = new float[k];
        Median median = new Median(k);
        for (int i = 0; i < others.length; i++) {
            boolean same = near.distances()[i * k] == 0;
            for (int axis = 0; axis < dim; axis++) {
                for (int e = 0; e < k; e++) {
                    beside[e] = places.get(near.neighbors()[i * k + e], axis);
                }
                values[others[i] * dim + axis] = same ? beside[0] : median.of(beside);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            if (chosen[row] >= 0) {
                System.arraycopy(places.values(), chosen[row] * dim, values, row * dim, dim);
            }
        }
        return new Embedding(values, dim);
    }

    /** The seed of a part; that of the first part is the seed of a training on one machine. */
    static long partSeed(long seed, int part) {
        return part == 0 ? seed : CounterRandom.of(seed, "part").bits(part);
    }
}
