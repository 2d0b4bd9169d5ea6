package org.gne.layout;

import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.neighbor.LabelledNeighbors;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.jspecify.annotations.Nullable;

/**
 * The neighbours of each row in the data. Neighbours are landmarks ({@link Landmarks}); unless there are very many
 * rows, all rows are landmarks.
 *
 * @param landmarks the landmarks
 * @param reduced the landmarks on principal components: {@code [landmarks, components]}
 * @param among the neighbours of the landmarks, as indices of landmarks
 * @param graph the neighbours of all rows, as indices of rows
 * @hidden internal
 */
public record Neighborhoods(Landmarks landmarks, Embedding reduced, NeighborGraph among, NeighborGraph graph) {

    /**
     * The approximate largest number of neighbours of all rows together. If there are very many rows, each has fewer
     * neighbours.
     */
    private static final int MOST_ENTRIES = 9_000_000;

    /** The number of rows that are processed together. */
    private static final int CHUNK = 1 << 15;

    /**
     * The distance of a row's initial coordinates from its nearest landmark, in radii of the forces, so that rows do
     * not all start at the same point.
     */
    private static final float SCATTER = 0.1f;

    /**
     * Finds the neighbours.
     *
     * @param labels the classes of the rows, or null. Beyond {@link Landmarks#MOST_ROWS} rows they change the
     *     neighbours of landmarks only, not those of other rows
     * @param mostExact up to so many landmarks, all are compared; at most {@link NeighborSearch#MOST_EXACT}
     */
    public static Neighborhoods of(
            Samples samples,
            @Nullable Labels labels,
            Landmarks landmarks,
            PrincipalComponents components,
            NeighborOptions options,
            int mostExact,
            long seed,
            Parallel parallel) {
        Embedding reduced = components.projectAll(landmarks.of(samples), parallel);
        int k = Math.min(options.neighborsAmong(landmarks.count()), landmarks.count() - 1);
        NeighborSearch search = NeighborSearch.over(reduced, mostExact, seed, parallel);
        NeighborGraph among = labels != null && options.labelled()
                ? LabelledNeighbors.of(search, k, classes(labels, landmarks), options.labels(), parallel)
                : search.graph(k, parallel);
        NeighborGraph graph = landmarks.all()
                ? among
                : ofAll(
                        samples,
                        landmarks,
                        components,
                        among,
                        NeighborSearch.amongCells(reduced, seed, parallel),
                        parallel);
        return new Neighborhoods(landmarks, reduced, among, graph);
    }

    private static int[] classes(Labels labels, Landmarks landmarks) {
        int[] classes = new int[landmarks.count()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels.classes()[landmarks.row(i)];
        }
        return classes;
    }

    private static NeighborGraph ofAll(
            Samples samples,
            Landmarks landmarks,
            PrincipalComponents components,
            NeighborGraph among,
            NeighborSearch search,
            Parallel parallel) {
        int rows = samples.size();
        int k = Math.max(1, Math.min(among.k(), MOST_ENTRIES / rows));
        NeighborGraph graph = new NeighborGraph(k, new int[Math.multiplyExact(rows, k)], new float[rows * k]);
        for (int from = 0; from < rows; from += CHUNK) {
            int first = from;
            int count = Math.min(CHUNK, rows - from);
            Embedding queries = components.projectAll(samples.rows(count, i -> first + i), parallel);
            NeighborGraph nearest = search.nearest(queries, k, parallel);
            for (int i = 0; i < count; i++) {
                int self = landmarks.landmark(from + i);
                NeighborGraph source = self < 0 ? nearest : among;
                int at = self < 0 ? i * k : self * among.k();
                for (int e = 0; e < k; e++) {
                    graph.neighbors()[(from + i) * k + e] = landmarks.row(source.neighbors()[at + e]);
                    graph.distances()[(from + i) * k + e] = source.distances()[at + e];
                }
            }
        }
        return graph;
    }

    /**
     * Initial coordinates in 2 dimensions that keep neighbours together: the landmarks are laid out, and each other row
     * starts beside its nearest landmark.
     */
    public Embedding layout(NeighborOptions options, long seed, Parallel parallel) {
        Embedding laidOut = NeighborLayout.of(
                reduced, among, options.layout(), CounterRandom.of(seed, "neighbour layout"), parallel);
        if (landmarks.all()) {
            return laidOut;
        }
        return aroundLandmarks(laidOut, new float[2 * landmarks.rows()], 0, options, seed);
    }

    /**
     * Coordinates in 2 dimensions of rows that are added to a map: the new landmarks are laid out beside the old ones ({@link
     * GuestLayout}), and each other new row starts beside its nearest landmark.
     *
     * @param map the coordinates of the old rows, and those where the new rows were placed
     * @param old the number of old rows, which come first and keep their coordinates; at least 1
     */
    public Embedding beside(Embedding map, int old, NeighborOptions options, long seed, Parallel parallel) {
        float[] start = new float[2 * landmarks.count()];
        int hosts = 0;
        for (int i = 0; i < landmarks.count(); i++) {
            System.arraycopy(map.values(), 2 * landmarks.row(i), start, 2 * i, 2);
            hosts += landmarks.row(i) < old ? 1 : 0;
        }
        if (hosts == 0 || hosts == landmarks.count()) {
            return new Embedding(map.values().clone(), 2);
        }
        Embedding laidOut = GuestLayout.of(among, new Embedding(start, 2), hosts, options.layout(), parallel);
        return landmarks.all() ? laidOut : aroundLandmarks(laidOut, map.values().clone(), old, options, seed);
    }

    /**
     * Puts the rows from a first one on beside their nearest landmarks.
     *
     * @param values the coordinates of all rows, which are returned with those of the landmarks and of these rows
     */
    private Embedding aroundLandmarks(
            Embedding laidOut, float[] values, int first, NeighborOptions options, long seed) {
        CounterRandom random = CounterRandom.of(seed, "around landmarks");
        float scatter = SCATTER * (float) options.radius();
        for (int i = 0; i < landmarks.count(); i++) {
            values[2 * landmarks.row(i)] = laidOut.get(i, 0);
            values[2 * landmarks.row(i) + 1] = laidOut.get(i, 1);
        }
        for (int row = first; row < landmarks.rows(); row++) {
            if (landmarks.landmark(row) < 0) {
                int nearest = graph.neighbors()[row * graph.k()];
                for (int axis = 0; axis < 2; axis++) {
                    int at = 2 * row + axis;
                    values[at] = values[2 * nearest + axis] + scatter * random.gaussian(at);
                }
            }
        }
        return new Embedding(values, 2);
    }
}
