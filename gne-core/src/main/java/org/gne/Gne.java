package org.gne;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Survey;
import org.gne.kernel.Parallel;
import org.gne.loop.DivergedException;
import org.gne.loop.FitListener;
import org.gne.loop.TrainingResult;
import org.gne.train.Training;
import org.jspecify.annotations.Nullable;

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
        return run(samples, null, options, null, listener, null);
    }

    /**
     * Learns a map and keeps what it has come to in a file now and then, and when the listener stops it or the thread is
     * interrupted: {@link #resume} goes on from there.
     *
     * @see #fit(Samples, GneOptions, FitListener)
     * @throws UncheckedIOException if a checkpoint can not be written; the one before it is still there
     */
    public static GneModel fit(
            Samples samples, GneOptions options, FitListener listener, CheckpointOptions checkpoints) {
        return run(samples, null, options, null, listener, checkpoints);
    }

    /**
     * Learns a map of rows whose labels may help ({@link GneOptions#withLabelWeight}), and keeps checkpoints.
     *
     * @see #fit(Samples, GneOptions, FitListener, CheckpointOptions)
     */
    public static GneModel fit(
            Dataset data, GneOptions options, FitListener listener, @Nullable CheckpointOptions checkpoints) {
        return run(data.samples(), data.labels(), options, null, listener, checkpoints);
    }

    /**
     * Goes on with a fit that was cut short, and keeps on writing to its file.
     *
     * @throws IOException if the file can not be read or is no checkpoint
     * @see #resume(Checkpoint, Samples, FitListener, CheckpointOptions)
     */
    public static GneModel resume(Path checkpoint, Samples samples, FitListener listener) throws IOException {
        return resume(Checkpoint.load(checkpoint), samples, listener, CheckpointOptions.to(checkpoint));
    }

    /**
     * Goes on with a fit that was cut short. The model is, bit for bit, that of a fit that was not.
     *
     * @param samples the rows of that fit
     * @throws IllegalArgumentException if the rows are others than those of that fit
     * @throws FitDivergedException if training diverges; it holds the last good model
     */
    public static GneModel resume(
            Checkpoint checkpoint, Samples samples, FitListener listener, CheckpointOptions checkpoints) {
        return run(samples, null, checkpoint.options(), checkpoint, listener, checkpoints);
    }

    /**
     * Goes on with a fit that labels helped.
     *
     * @see #resume(Checkpoint, Samples, FitListener, CheckpointOptions)
     */
    public static GneModel resume(
            Checkpoint checkpoint, Dataset data, FitListener listener, CheckpointOptions checkpoints) {
        return run(data.samples(), data.labels(), checkpoint.options(), checkpoint, listener, checkpoints);
    }

    private static GneModel run(
            Samples samples,
            @Nullable Labels labels,
            GneOptions options,
            @Nullable Checkpoint from,
            FitListener listener,
            @Nullable CheckpointOptions checkpoints) {
        if (samples.size() == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        try (Parallel parallel = new Parallel(options.threads())) {
            boolean checksum = from != null || checkpoints != null;
            FitContext fit = surveyed(samples, checksum, labels, options, from, listener, parallel);
            FitContext.Keeper keeper = checkpoints == null ? null : fit.keeper(listener, checkpoints);
            try {
                TrainingResult result = Training.resume(
                        fit.scaled(),
                        fit.known(),
                        labels,
                        fit.shape(),
                        options.training(),
                        options.seed(),
                        parallel,
                        from == null ? null : from.state(),
                        keeper == null ? listener : keeper);
                if (keeper != null) {
                    keeper.ended(result);
                }
                return fit.model(result, parallel);
            } catch (DivergedException e) {
                throw new FitDivergedException(e, fit.model(e.lastGood(), parallel));
            }
        }
    }

    /**
     * What a fit takes from the one pass over the rows. The survey itself is let go of.
     *
     * @param checksum whether the fit goes on with a checkpoint or writes any: these know the rows by their SHA-256
     */
    private static FitContext surveyed(
            Samples samples,
            boolean checksum,
            @Nullable Labels labels,
            GneOptions options,
            @Nullable Checkpoint from,
            FitListener listener,
            Parallel parallel) {
        Survey survey = checksum
                ? Survey.withSha256(samples, helping(labels, options), parallel)
                : Survey.of(samples, parallel);
        survey.requireTrainable(samples.schema());
        if (from != null) {
            requireSameRows(samples, survey.sha256(), from);
        }
        listener.onSurvey(survey);
        FitContext fit = new FitContext(samples, options, survey, from);
        List<String> notes = FitNotes.of(survey, fit.scaling(), samples.schema());
        if (!notes.isEmpty()) {
            listener.onNotes(notes);
        }
        return fit;
    }

    /** The labels that change the map. */
    private static @Nullable Labels helping(@Nullable Labels labels, GneOptions options) {
        return options.training().neighbors().labelled() ? labels : null;
    }

    private static void requireSameRows(Samples samples, String fingerprint, Checkpoint from) {
        if (!fingerprint.equals(from.dataSha256())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "found %,d rows of %,d values with the SHA-256 %.8s, expected the %,d rows of %,d values, SHA-256"
                            + " %.8s, of the fit that is to go on",
                    samples.size(),
                    samples.width(),
                    fingerprint,
                    from.model().embedding().size(),
                    from.model().schema().width(),
                    from.dataSha256()));
        }
    }
}
