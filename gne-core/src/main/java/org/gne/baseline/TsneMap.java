package org.gne.baseline;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;

/**
 * The result of t-SNE.
 *
 * @param embedding the coordinates of the rows: {@code [rows, 2]}
 * @param perplexity the perplexity that was used
 * @param divergence the Kullback-Leibler divergence of the map from the affinities at the end, in nats
 * @param divergences the divergence after every 50 iterations
 * @param iterations the number of finished iterations
 * @param seconds the total time
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
     * Places new rows on the map; the old rows stay. The coordinates of a new row depend on that row only.
     *
     * @param samples rows with the same width and scaling as the old rows
     * @return {@code [rows, 2]}
     * @throws IllegalArgumentException if the rows have another width, or values are not finite
     */
    public Embedding transform(Samples samples, Parallel parallel) {
        return placement.place(samples, parallel);
    }
}
