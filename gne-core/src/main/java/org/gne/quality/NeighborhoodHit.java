package org.gne.quality;

import java.util.stream.LongStream;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;

/**
 * The neighbourhood hit (Paulovich et al. 2008): the share of a row's nearest rows on the map that have its class,
 * averaged over the rows. Rows without a class are ignored.
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
        NeighborGraph graph =
                NeighborSearch.over(embedding.rows(rows), SEED, parallel).graph(k, parallel);
        long[] hits = new long[(n + CHUNK - 1) / CHUNK];
        parallel.run(hits.length, (task, worker) -> {
            for (int i = task * CHUNK; i < Math.min(n, (task + 1) * CHUNK); i++) {
                int own = labels.classes()[rows[i]];
                for (int e = i * k; e < (i + 1) * k; e++) {
                    hits[task] += labels.classes()[rows[graph.neighbors()[e]]] == own ? 1 : 0;
                }
            }
        });
        return (double) LongStream.of(hits).sum() / ((double) n * k);
    }
}
