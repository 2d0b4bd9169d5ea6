package org.gne.quality;

import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;
import org.gne.nn.Workspace;

/** How far the decoder is from the rows at their places, without noise. */
public final class ReconstructionError {

    private ReconstructionError() {}

    /**
     * The mean squared error of each row over its columns.
     *
     * @param samples rows as the model sees them
     * @param embedding one place per row
     * @return {@code [rows]}, in the squared units of the scaled data
     */
    public static float[] perRow(Samples samples, Embedding embedding, Decoder decoder, Parallel parallel) {
        if (samples.size() != embedding.size()) {
            throw new IllegalArgumentException(
                    embedding.size() + " places for " + samples.size() + " rows, expected as many");
        }
        int width = samples.width();
        int dim = embedding.dim();
        float[] errors = new float[samples.size()];
        Decoder.Pass[] passes = new Decoder.Pass[parallel.threads()];
        float[][] rows = new float[parallel.threads()][width];
        int tiles = (samples.size() + Workspace.TILE - 1) / Workspace.TILE;
        parallel.run(tiles, (tile, worker) -> {
            if (passes[worker] == null) {
                passes[worker] = decoder.pass();
            }
            Decoder.Pass own = passes[worker];
            int from = tile * Workspace.TILE;
            int n = Math.min(Workspace.TILE, samples.size() - from);
            System.arraycopy(embedding.values(), from * dim, own.input(), 0, n * dim);
            own.run(n);
            for (int i = 0; i < n; i++) {
                samples.read(from + i, rows[worker], 0);
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    double d = rows[worker][j] - own.output()[i * width + j];
                    sum += d * d;
                }
                errors[from + i] = (float) (sum / width);
            }
        });
        return errors;
    }

    /** The mean of such errors. */
    public static double mean(float[] errors) {
        double sum = 0;
        for (float error : errors) {
            sum += error;
        }
        return sum / errors.length;
    }
}
