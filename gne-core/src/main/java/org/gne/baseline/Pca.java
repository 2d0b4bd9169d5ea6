package org.gne.baseline;

import java.util.OptionalDouble;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.quality.ReconstructionError;

/**
 * Principal component analysis: the coordinates of a row are its coordinates along the first components, and the
 * decoder is the best linear one. The components are computed by {@link PrincipalComponents}, from at most {@value
 * PrincipalComponents#MOST_ROWS} rows.
 */
public final class Pca {

    private Pca() {}

    /**
     * Computes a map. If the data has fewer directions than the map, the other coordinates are 0.
     *
     * @param samples the scaled rows, at least one
     * @param dim the number of dimensions of the map, at least 1
     * @param seed the seed of the randomised computation of the components
     * @throws IllegalArgumentException if there are no rows, values are not finite, or dim is below 1
     */
    public static EncodedMap fit(Samples samples, int dim, long seed, Parallel parallel) {
        if (samples.size() == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        if (dim < 1) {
            throw new IllegalArgumentException("dim: found " + dim + ", expected at least 1");
        }
        samples.requireFinite();
        long begin = System.nanoTime();
        PrincipalComponents components = PrincipalComponents.fit(samples, dim, seed, parallel);
        LinearDecoder decoder = decoder(components, dim);
        Encoder encoder = (rows, threads) -> {
            Rows.check(rows, components.mean().length);
            return encode(components, dim, rows, threads);
        };
        Embedding embedding = encode(components, dim, samples, parallel);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        double error = ReconstructionError.mean(ReconstructionError.perRow(samples, embedding, decoder, parallel));
        return new EncodedMap(embedding, encoder, decoder, new double[0], error, OptionalDouble.empty(), seconds, 0);
    }

    private static LinearDecoder decoder(PrincipalComponents components, int dim) {
        int width = components.mean().length;
        int count = components.count();
        float[] weights = new float[dim * width];
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < width; j++) {
                weights[k * width + j] = components.axes()[j * count + k];
            }
        }
        return new LinearDecoder(weights, components.mean());
    }

    private static Embedding encode(PrincipalComponents components, int dim, Samples samples, Parallel parallel) {
        Embedding found = components.projectAll(samples, parallel);
        int count = found.dim();
        if (count == dim) {
            return found;
        }
        float[] values = new float[found.size() * dim];
        for (int row = 0; row < found.size(); row++) {
            System.arraycopy(found.values(), row * count, values, row * dim, count);
        }
        return new Embedding(values, dim);
    }
}
