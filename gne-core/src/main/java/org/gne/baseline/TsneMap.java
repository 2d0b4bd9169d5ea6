package org.gne.baseline;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;

/**
 * What t-SNE leaves.
 *
 * @param embedding one point per row: {@code [rows, 2]}
 * @param perplexity the one that was possible
 * @param divergence of the map from the affinities at the end (Kullback and Leibler), in nats
 * @param divergences the same after every 50 iterations
 * @param iterations iterations done
 * @param seconds time of the whole
 * @param placement places new rows on this map
 */
public record TsneMap(
        Embedding embedding,
        double perplexity,
        double divergence,
        double[] divergences,
        int iterations,
        double seconds,
        TsnePlacement placement) {

    /**
     * Places new rows among the old ones, which stay. A row's place depends on that row alone.
     *
     * @param samples of the width of the old rows, scaled alike
     * @return {@code [rows, 2]}
     * @throws IllegalArgumentException if the rows are of another width, or values are not finite
     */
    public Embedding transform(Samples samples, Parallel parallel) {
        return placement.place(samples, parallel);
    }
}
