package org.gne.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * Which classes are adjacent on a map: by the edges of its graph of nearest neighbours, or by the borders of {@link
 * ClassTerritories}.
 *
 * @param pairs all pairs of classes, the most adjacent first; equally adjacent pairs in the order of the classes
 */
public record ClassAdjacency(List<Pair> pairs) {

    /**
     * Two classes.
     *
     * @param first the index of a class
     * @param second the index of another class, larger than {@code first}
     * @param share 0 to 1: the share of the edges from rows of the two classes that lead from one to the other; or the
     *     share of the borders of the two territories that is between them
     */
    public record Pair(int first, int second, double share) {}

    /** The list is copied. */
    public ClassAdjacency {
        pairs = List.copyOf(pairs);
    }

    /**
     * Counts the edges from every row with a class to its nearest rows of any class.
     *
     * @param k the number of neighbours of a row, at least 1; all other rows if there are fewer
     * @param seed the seed of the search
     * @throws IllegalArgumentException if the numbers of points and labels differ, or coordinates are not finite
     */
    public static ClassAdjacency of(Embedding embedding, Labels labels, int k, long seed, Parallel parallel) {
        labels.requireOnePer(embedding);
        int n = embedding.size();
        int classes = labels.names().size();
        long[][] edges = new long[classes][classes];
        long[] begun = new long[classes];
        if (n > 1) {
            int reach = Math.min(k, n - 1);
            NeighborGraph graph = NeighborSearch.over(embedding, seed, parallel).graph(reach, parallel);
            for (int row = 0; row < n; row++) {
                int from = labels.classes()[row];
                for (int i = row * reach; from >= 0 && i < (row + 1) * reach; i++) {
                    int to = labels.classes()[graph.neighbors()[i]];
                    begun[from]++;
                    if (to >= 0) {
                        edges[from][to]++;
                    }
                }
            }
        }
        return of(classes, (a, b) -> {
            long across = edges[a][b] + edges[b][a];
            return across == 0 ? 0 : (double) across / (begun[a] + begun[b]);
        });
    }

    /** All pairs of a number of classes. */
    static ClassAdjacency of(int classes, ToDoubleBiFunction<Integer, Integer> share) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < classes; a++) {
            for (int b = a + 1; b < classes; b++) {
                pairs.add(new Pair(a, b, share.applyAsDouble(a, b)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::share).reversed());
        return new ClassAdjacency(pairs);
    }

    /**
     * The pair of two classes.
     *
     * @throws IllegalArgumentException if there is no such pair
     */
    public Pair pair(int first, int second) {
        return pairs.stream()
                .filter(pair -> pair.first() == Math.min(first, second) && pair.second() == Math.max(first, second))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pair of classes " + first + " and " + second));
    }

    /** The rank of a pair, from 1: one more than the number of pairs that are more adjacent. */
    public int rank(Pair pair) {
        return 1
                + (int) pairs.stream()
                        .filter(other -> other.share() > pair.share())
                        .count();
    }
}
