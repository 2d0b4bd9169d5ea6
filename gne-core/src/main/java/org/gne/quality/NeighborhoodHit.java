package org.gne.quality;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * The neighbourhood hit (Paulovich et al. 2008): the share of a row's nearest rows on the map that have its class,
 * averaged over the rows. Rows without a class are ignored. It does not depend on the order of the rows: if several rows
 * have the same distance as the k-th nearest, the share of the class among them counts.
 */
public final class NeighborhoodHit {

    private static final long SEED = 1;

    private static final int CHUNK = 1 << 13;

    private NeighborhoodHit() {}

    /**
     * The hit over all labelled rows.
     *
     * @param embedding finite coordinates of the rows
     * @param k the size of a neighbourhood, without the row itself
     * @return 0 to 1, or NaN if k rows or fewer are labelled
     */
    public static double of(Embedding embedding, Labels labels, int k, Parallel parallel) {
        labels.requireOnePer(embedding);
        int[] rows = labels.knownRows();
        int n = rows.length;
        if (n <= k) {
            return Double.NaN;
        }
        // One more than k, to see whether the k-th has the same distance as the next.
        int asked = Math.min(k + 1, n - 1);
        Embedding points = embedding.rows(rows);
        NeighborGraph graph = NeighborSearch.over(points, SEED, parallel).graph(asked, parallel);
        int[] classes = new int[n];
        Arrays.setAll(classes, i -> labels.classes()[rows[i]]);
        double[] hits = new double[(n + CHUNK - 1) / CHUNK];
        parallel.run(hits.length, (task, worker) -> {
            TiedHits tied = new TiedHits(points, classes, labels.names().size(), k);
            for (int i = task * CHUNK; i < Math.min(n, (task + 1) * CHUNK); i++) {
                int last = i * asked + k - 1;
                if (asked > k && graph.distances()[last] == graph.distances()[last + 1]) {
                    hits[task] += tied.of(i, graph.distances()[last]);
                    continue;
                }
                for (int e = i * asked; e <= last; e++) {
                    hits[task] += classes[graph.neighbors()[e]] == classes[i] ? 1 : 0;
                }
            }
        });
        return DoubleStream.of(hits).sum() / ((double) n * k);
    }
}
