package org.gne;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.nn.Heads;

/**
 * What the values of a row most probably are, from those that are known: the mean of what the decoder generates at the
 * coordinates of training rows, weighted by how well it explains the known values there. The best coordinates alone say too
 * much: they fit the known values of the row, and their noise.
 */
final class LikelyValues {

    /** At most this many training rows, a fixed choice. */
    private static final int MOST_ROWS = 1024;

    /**
     * How many times the unexplained error of a value the known values may be off. The error of rows that were not
     * trained on is several times that of the training rows.
     */
    private static final double WIDER = 8;

    /** The least such error, relative to that of a constant. */
    private static final double LEAST = 1e-3;

    private final Kernel kernel = Kernels.active();
    private final GneModel model;
    private final Heads heads;
    private final float[][] means;
    private final double scale;

    LikelyValues(GneModel model) {
        this.model = model;
        heads = model.decoder().heads();
        Embedding map = model.embedding();
        int[] order = CounterRandom.of(1, "imputation").permutation(map.size());
        means = model.decoder()
                .decode(map.rows(Arrays.copyOf(order, Math.min(MOST_ROWS, map.size())))
                        .toArray());
        double unexplained = Math.max(LEAST, 1 - model.explained().total());
        scale = -1 / (2 * WIDER * unexplained * model.explained().nullError());
    }

    /** Whether the model has what this needs: models of 0.1 do not know their error. */
    static boolean possible(GneModel model) {
        return !Double.isNaN(model.explained().total()) && model.explained().nullError() > 0;
    }

    /**
     * The values of a row.
     *
     * @param row {@code [width]}, scaled; NaN for a missing value
     * @param place the coordinates of the row, which count like those of a training row
     * @return {@code [width]}, in the units of the data; the mean of categories are their probabilities
     */
    float[] of(float[] row, float[] place) {
        float[] own = model.decoder().decode(new float[][] {place})[0];
        float[] scratch = new float[row.length];
        double[] costs = new double[means.length + 1];
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < costs.length; i++) {
            float[] mean = i < means.length ? means[i] : own;
            costs[i] = heads.cost(kernel, row, 0, mean, 0, scratch);
            lowest = Math.min(lowest, costs[i]);
        }
        double[] sums = new double[row.length];
        double all = 0;
        for (int i = 0; i < costs.length; i++) {
            double weight = StrictMath.exp(scale * (costs[i] - lowest));
            float[] mean = i < means.length ? means[i] : own;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += weight * mean[j];
            }
            all += weight;
        }
        float[] values = new float[row.length];
        for (int j = 0; j < sums.length; j++) {
            values[j] = (float) (sums[j] / all);
        }
        model.scaling().undo(values, 0, values.length);
        return values;
    }
}
