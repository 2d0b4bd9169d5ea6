package org.gne.quality;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;
import org.gne.nn.Heads;
import org.gne.nn.Workspace;

/** The reconstruction error of rows, without noise. */
public final class ReconstructionError {

    private ReconstructionError() {}

    /**
     * The error of each row: the mean of its weighted deviance over its known values. For numbers and pixels this is
     * the mean squared error, in squared scaled units.
     *
     * @param samples the scaled rows; NaN for a missing value
     * @param embedding the coordinates of the rows
     * @return {@code [rows]}; NaN for a row without known values
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
        Heads heads = decoder.heads();
        float[][] rows = new float[parallel.threads()][width];
        double[][] perColumn = new double[parallel.threads()][width];
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
                double sum = heads.deviance(rows[worker], 0, own.output(), i * width, perColumn[worker]);
                errors[from + i] = (float) (sum / heads.known(rows[worker], 0));
            }
        });
        return errors;
    }

    /** The mean of these errors over the rows with known values; NaN if there are none. */
    public static double mean(float[] errors) {
        double sum = 0;
        int known = 0;
        for (float error : errors) {
            if (!Float.isNaN(error)) {
                sum += error;
                known++;
            }
        }
        return sum / known;
    }

    /**
     * The quantile of these errors: the lowest error that at least a share of them does not exceed; NaN if there are
     * none.
     *
     * @param share the share, above 0 to 1
     */
    public static double quantile(float[] errors, double share) {
        float[] sorted = errors.clone();
        // NaN comes last.
        Arrays.sort(sorted);
        int known = sorted.length;
        while (known > 0 && Float.isNaN(sorted[known - 1])) {
            known--;
        }
        return known == 0 ? Double.NaN : sorted[(int) Math.ceil(share * known) - 1];
    }
}
