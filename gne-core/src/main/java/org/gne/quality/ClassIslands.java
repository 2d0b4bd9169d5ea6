package org.gne.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * The number of separate pieces of each class on a map: the connected components of the graph of the {@value
 * #NEIGHBORS} nearest rows of any class, after the links between classes are removed. A row inside another class is a
 * piece of one row. So that such rows do not count, only a piece with at least 2 % of its class is an island; the rows
 * of smaller pieces are stray.
 *
 * @param perClass the number of islands of each class; 0 if it has no rows or all of them are stray
 * @param stray the share of the labelled rows that are on no island, 0 to 1
 */
public record ClassIslands(int[] perClass, double stray) {

    /** The number of links of a row. */
    public static final int NEIGHBORS = 15;

    /** The smallest share of its class with which a piece is an island. */
    public static final double LEAST_SHARE = 0.02;

    /**
     * The smallest number of rows of an island, unless it is the whole class; in small classes, 2 % would be one row or
     * none.
     */
    public static final int LEAST_ROWS = 5;

    private static final long SEED = 1;

    /**
     * Counts the islands.
     *
     * @param embedding finite coordinates of the rows
     * @param labels the classes; rows without a class are ignored
     */
    public static ClassIslands of(Embedding embedding, Labels labels, Parallel parallel) {
        labels.requireOnePer(embedding);
        Spots spots = Spots.of(embedding, labels);
        int n = spots.places().size();
        Pieces pieces = new Pieces(n);
        if (n > 1) {
            NeighborGraph graph =
                    NeighborSearch.over(spots.places(), SEED, parallel).graph(Math.min(NEIGHBORS, n - 1), parallel);
            for (int e = 0; e < graph.neighbors().length; e++) {
                int spot = e / graph.k();
                int neighbor = graph.neighbors()[e];
                if (spots.classes()[spot] == spots.classes()[neighbor]) {
                    pieces.join(spot, neighbor);
                }
            }
        }
        return count(spots, pieces, labels.names().size());
    }

    private static ClassIslands count(Spots spots, Pieces pieces, int classes) {
        int n = spots.rows().length;
        long[] rowsOfClass = new long[classes];
        long[] rowsOfPiece = new long[n];
        for (int spot = 0; spot < n; spot++) {
            rowsOfClass[spots.classes()[spot]] += spots.rows()[spot];
            rowsOfPiece[pieces.of(spot)] += spots.rows()[spot];
        }
        int[] islands = new int[classes];
        long stray = 0;
        for (int piece = 0; piece < n; piece++) {
            long ofClass = rowsOfClass[spots.classes()[piece]];
            if (rowsOfPiece[piece] >= Math.max(LEAST_SHARE * ofClass, Math.min(LEAST_ROWS, ofClass))) {
                islands[spots.classes()[piece]]++;
            } else {
                stray += rowsOfPiece[piece];
            }
        }
        return new ClassIslands(
                islands,
                n == 0 ? 0 : (double) stray / Arrays.stream(rowsOfClass).sum());
    }

    /** The number of islands of all classes; at best the number of classes. */
    public int total() {
        return IntStream.of(perClass).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassIslands that && Arrays.equals(perClass, that.perClass) && stray == that.stray;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(perClass);
    }

    @Override
    public String toString() {
        return total() + " islands " + Arrays.toString(perClass) + ", " + stray + " of the rows stray";
    }

    /**
     * The labelled rows, with rows of one class at the same point merged into one spot. Otherwise many rows at one
     * point would have no neighbours elsewhere.
     *
     * @param places the coordinates of the spots
     * @param classes the class of each spot
     * @param rows the number of rows of each spot, at least 1
     */
    private record Spots(Embedding places, int[] classes, int[] rows) {
        static Spots of(Embedding embedding, Labels labels) {
            int[] order = IntStream.of(labels.knownRows())
                    .boxed()
                    .sorted((a, b) -> compare(embedding, labels, a, b))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int dim = embedding.dim();
            float[] places = new float[order.length * dim];
            int[] classes = new int[order.length];
            int[] rows = new int[order.length];
            int spots = 0;
            for (int i = 0; i < order.length; i++) {
                if (i == 0 || compare(embedding, labels, order[i - 1], order[i]) != 0) {
                    System.arraycopy(embedding.values(), order[i] * dim, places, spots * dim, dim);
                    classes[spots++] = labels.classes()[order[i]];
                }
                rows[spots - 1]++;
            }
            return new Spots(
                    new Embedding(Arrays.copyOf(places, spots * dim), dim),
                    Arrays.copyOf(classes, spots),
                    Arrays.copyOf(rows, spots));
        }

        private static int compare(Embedding embedding, Labels labels, int a, int b) {
            int dim = embedding.dim();
            int byPlace = Arrays.compare(
                    embedding.values(), a * dim, (a + 1) * dim, embedding.values(), b * dim, (b + 1) * dim);
            return byPlace != 0 ? byPlace : Integer.compare(labels.classes()[a], labels.classes()[b]);
        }
    }

    /** Disjoint sets (Tarjan 1975) with path halving; the lowest member identifies a set. */
    private static final class Pieces {
        private final int[] parents;

        Pieces(int n) {
            parents = IntStream.range(0, n).toArray();
        }

        int of(int spot) {
            int at = spot;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }

        void join(int a, int b) {
            int first = of(a);
            int second = of(b);
            parents[Math.max(first, second)] = Math.min(first, second);
        }
    }
}
