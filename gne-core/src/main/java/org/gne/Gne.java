package org.gne;

import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.nn.MlpShape;
import org.gne.quality.ReconstructionError;
import org.gne.train.DivergedException;
import org.gne.train.FitListener;
import org.gne.train.Training;
import org.gne.train.TrainingResult;

/**
 * Generative neural embedding: learns, jointly, a point for every row and a decoder that turns any point into a sample.
 *
 * <pre>{@code
 * GneModel model = Gne.fit(Samples.of(rows));
 * float[][] map = model.embedding().toArray();
 * float[][] samples = model.generate(new float[][] {{0, 0}});
 * }</pre>
 */
public final class Gne {

    private Gne() {}

    /** Learns a map with the default options. */
    public static GneModel fit(Samples samples) {
        return fit(samples, GneOptions.defaults(), FitListener.NONE);
    }

    /** Learns a map. */
    public static GneModel fit(Samples samples, GneOptions options) {
        return fit(samples, options, FitListener.NONE);
    }

    /**
     * Learns a map.
     *
     * @param samples at least one row; NaN where a value is missing: it takes no part in the loss, and what the decoder
     *     says at the row's place is its imputation ({@link GneModel#impute}). A row of which nothing is known stays where
     *     it begins
     * @param listener told of progress on the calling thread; when it stops the fit, or the thread is interrupted, the
     *     model so far is returned (an interrupted thread stays interrupted: clear it before saving)
     * @throws IllegalArgumentException if there are no rows, values are infinite, a column has no value in any row, or
     *     options do not fit the data
     * @throws FitDivergedException if training diverges; it holds the last good model
     */
    public static GneModel fit(Samples samples, GneOptions options, FitListener listener) {
        if (samples.size() == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        samples.requireNoInfinity();
        requireSomeValues(samples);
        Scaling scaling = options.scalingFor(samples);
        MlpShape shape = new MlpShape(
                options.dim(), options.hidden(), options.blocks(), samples.width(), MlpShape.Output.suiting(scaling));
        try (Parallel parallel = new Parallel(options.threads())) {
            TrainingResult result = Training.run(
                    samples.scaled(scaling), shape, options.training(), options.seed(), parallel, listener);
            return model(samples, options, scaling, result);
        } catch (DivergedException e) {
            throw new FitDivergedException(e, model(samples, options, scaling, e.lastGood()));
        }
    }

    private static void requireSomeValues(Samples samples) {
        boolean[] seen = new boolean[samples.width()];
        int unseen = seen.length;
        float[] row = new float[seen.length];
        for (int i = 0; i < samples.size() && unseen > 0; i++) {
            samples.read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                if (!seen[j] && !Float.isNaN(row[j])) {
                    seen[j] = true;
                    unseen--;
                }
            }
        }
        for (int j = 0; j < seen.length; j++) {
            if (!seen[j]) {
                throw new IllegalArgumentException(
                        "column " + samples.schema().valueName(j) + ": found no value in any row, expected some");
            }
        }
    }

    private static GneModel model(Samples samples, GneOptions options, Scaling scaling, TrainingResult result) {
        FitRecord record = new FitRecord(
                options.preset().toString(),
                samples.size(),
                options.seed(),
                result.epochs(),
                options.threads(),
                Kernels.active().name(),
                Runtime.version().toString(),
                options.training().loop().loss().name(),
                result.loss(),
                result.seconds(),
                result.operations() / result.seconds() * 1e-9,
                explainedError(samples.scaled(scaling), options, result));
        return new GneModel(result.embedding(), result.decoder(), scaling, samples.schema(), record);
    }

    private static double explainedError(Samples scaled, GneOptions options, TrainingResult result) {
        try (Parallel parallel = new Parallel(options.threads())) {
            float[] errors = ReconstructionError.perRow(scaled, result.embedding(), result.decoder(), parallel);
            return ReconstructionError.quantile(errors, FitRecord.EXPLAINED);
        }
    }
}
