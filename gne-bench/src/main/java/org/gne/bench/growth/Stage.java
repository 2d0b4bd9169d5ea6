package org.gne.bench.growth;

import java.util.Locale;
import org.gne.GneModel;
import org.gne.data.Dataset;
import org.gne.data.Embedding;
import org.gne.quality.MapQuality;
import org.gne.quality.Measure;
import org.gne.quality.ReconstructionError;
import org.jspecify.annotations.Nullable;

/**
 * One map in a table: its quality on all of its rows, its time, and how far the rows of the map before have moved.
 *
 * @param seconds the time of the fit or the growth
 * @param oldMse the mean error of the rows of the map before; NaN for a fit
 * @param newMse that of the other rows
 * @param mean the mean distance that old rows moved, in standard deviations of the map before; NaN for a fit
 * @param most the same for the 95 % quantile
 */
record Stage(
        String name,
        int rows,
        double seconds,
        double mse,
        double oldMse,
        double newMse,
        double explained,
        double knn,
        double trust,
        double mean,
        double most) {

    static final String HEAD =
            "| map | rows | seconds | MSE | of old rows | of new rows | explained | 5-NN | trustworthiness | mean move | 95 % move |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|";

    static Stage of(String name, GneModel model, Dataset data, double seconds, @Nullable GneModel before) {
        MapQuality quality = model.quality(data);
        double oldMse = Double.NaN;
        double newMse = Double.NaN;
        double mean = Double.NaN;
        double most = Double.NaN;
        if (before != null) {
            float[] errors = model.reconstructionErrors(
                    data.samples(), Runtime.getRuntime().availableProcessors());
            int old = before.embedding().size();
            oldMse = ReconstructionError.mean(java.util.Arrays.copyOf(errors, old));
            newMse = ReconstructionError.mean(java.util.Arrays.copyOfRange(errors, old, errors.length));
            double[] moves = moves(before.embedding(), model.embedding());
            mean = java.util.Arrays.stream(moves).average().orElse(Double.NaN);
            java.util.Arrays.sort(moves);
            most = moves[(int) (0.95 * (moves.length - 1))];
        }
        return new Stage(
                name,
                data.samples().size(),
                seconds,
                quality.value(Measure.RECONSTRUCTION_MSE),
                oldMse,
                newMse,
                quality.value(Measure.EXPLAINED),
                quality.value(Measure.KNN_ACCURACY),
                quality.value(Measure.TRUSTWORTHINESS),
                mean,
                most);
    }

    /** The distance of each old row from where it was, in standard deviations of the old map. */
    static double[] moves(Embedding before, Embedding after) {
        int dim = before.dim();
        double[] middle = new double[dim];
        for (int i = 0; i < before.values().length; i++) {
            middle[i % dim] += before.values()[i] / (double) before.size();
        }
        double square = 0;
        for (int i = 0; i < before.values().length; i++) {
            double d = before.values()[i] - middle[i % dim];
            square += d * d;
        }
        double deviation = Math.sqrt(square / before.values().length);
        double[] moves = new double[before.size()];
        for (int row = 0; row < moves.length; row++) {
            double sum = 0;
            for (int axis = 0; axis < dim; axis++) {
                double d = after.get(row, axis) - before.get(row, axis);
                sum += d * d;
            }
            moves[row] = Math.sqrt(sum) / deviation;
        }
        return moves;
    }

    /** A row of a table in Markdown. */
    String row() {
        String parts = Double.isNaN(oldMse) ? " | " : String.format(Locale.ROOT, "%.5f | %.5f", oldMse, newMse);
        String moves = Double.isNaN(mean) ? " | " : String.format(Locale.ROOT, "%.3f | %.3f", mean, most);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f | %.5f | %s | %.4f | %.4f | %.4f | %s |",
                name,
                rows,
                seconds,
                mse,
                parts,
                explained,
                knn,
                trust,
                moves);
    }
}
