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
 * Which classes lie beside each other on a map: by the edges of its graph of nearest neighbours, or by the borders of
 * {@link ClassTerritories}.
 *
 * @param pairs all pairs of classes, the most adjacent first; equal ones in the order of the classes
 */
public record ClassAdjacency(List<Pair> pairs) {

    /**
     * Two classes.
     *
     * @param first index of a class
     * @param second index of another, above the first
     * @param share 0 to 1: of the edges that begin at rows of either class, those that end in the other; of the border of
     *     either territory, that between the two; 0 where there is none
     */
    public record Pair(int first, int second, double share) {}

    public ClassAdjacency {
        pairs = List.copyOf(pairs);
    }

    /**
     * Counts the edges from every row of a known class to the nearest rows, of any class.
     *
     * @param k neighbours of a row, at least 1; all others where there are fewer
     * @param seed of the search
     * @throws IllegalArgumentException if there are not as many points as labels, or coordinates that are not finite
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

    /** All pairs of so many classes. */
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
     * Two classes among all pairs.
     *
     * @throws IllegalArgumentException if there is no such pair
     */
    public Pair pair(int first, int second) {
        return pairs.stream()
                .filter(pair -> pair.first() == Math.min(first, second) && pair.second() == Math.max(first, second))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pair of classes " + first + " and " + second));
    }

    /** Place of a pair, from 1: one more than the pairs that are more adjacent. */
    public int rank(Pair pair) {
        return 1
                + (int) pairs.stream()
                        .filter(other -> other.share() > pair.share())
                        .count();
    }
}
