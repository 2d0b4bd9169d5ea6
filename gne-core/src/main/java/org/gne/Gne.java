package org.gne;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.gne.data.Dataset;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Slices;
import org.gne.data.Survey;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.train.TiedRows;
import org.jspecify.annotations.Nullable;

/**
 * Generative neural embedding: fits coordinates for every row, together with a decoder that generates a sample at any
 * point of the map.
 *
 * <pre>{@code
 * GneModel model = Gne.fit(rows); // float[][] or double[][]
 * float[][] map = model.embedding().toArray();
 * float[][] samples = model.generate(new float[][] {{0, 0}});
 * }</pre>
 */
public final class Gne {

    private Gne() {}

    /**
     * Fits a map with the default options.
     *
     * @param rows {@code [rows][width]}, copied; NaN for a missing value
     * @see Samples#of(float[][])
     */
    public static GneModel fit(float[][] rows) {
        return fit(Samples.of(rows));
    }

    /** Fits a map. */
    public static GneModel fit(float[][] rows, GneOptions options) {
        return fit(Samples.of(rows), options);
    }

    /** Fits a map. */
    public static GneModel fit(float[][] rows, GneOptions options, FitListener listener) {
        return fit(Samples.of(rows), options, listener);
    }

    /**
     * Fits a map with the default options.
     *
     * @param rows {@code [rows][width]}, copied as floats; NaN for a missing value
     * @see Samples#of(double[][])
     */
    public static GneModel fit(double[][] rows) {
        return fit(Samples.of(rows));
    }

    /** Fits a map. */
    public static GneModel fit(double[][] rows, GneOptions options) {
        return fit(Samples.of(rows), options);
    }

    /** Fits a map. */
    public static GneModel fit(double[][] rows, GneOptions options, FitListener listener) {
        return fit(Samples.of(rows), options, listener);
    }

    /** Fits a map with the default options. Labels and ids stay in the model. */
    public static GneModel fit(Dataset data) {
        return fit(data, GneOptions.defaults());
    }

    /** Fits a map. Labels and ids stay in the model. */
    public static GneModel fit(Dataset data, GneOptions options) {
        return fit(data, options, FitListener.NONE);
    }

    /**
     * Fits a map. Labels and ids stay in the model; labels change the map only if {@link GneOptions#withLabelWeight} says so.
     *
     * @see #fit(Samples, GneOptions, FitListener)
     * @throws IllegalArgumentException if labels are to be used that are numbers
     */
    public static GneModel fit(Dataset data, GneOptions options, FitListener listener) {
        return fit(data, options, listener, null);
    }

    /** Fits a map with the default options. */
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
     * @param samples at least one row; NaN for a missing value, which is left out of the loss ({@link GneModel#impute}
     *     fills it in). A row without known values stays at its initial coordinates
     * @param listener receives the progress on the calling thread. If it stops the fit, or the thread is interrupted,
     *     the current model is returned. An interrupted thread stays interrupted: clear the interrupt before saving
     * @throws IllegalArgumentException if there are no rows, values are infinite, a column has no value in any row, or
     *     options do not match the data
     * @throws FitDivergedException if training diverges; it holds the last good model
     */
    public static GneModel fit(Samples samples, GneOptions options, FitListener listener) {
        return run(Dataset.of(samples), null, options, null, listener, null, null);
    }

    /**
     * Fits a map and saves checkpoints from time to time, and when the listener stops the fit or the thread is
     * interrupted. {@link #resume} continues from a checkpoint.
     *
     * @see #fit(Samples, GneOptions, FitListener)
     * @throws UncheckedIOException if a checkpoint cannot be written; the previous one still exists
     */
    public static GneModel fit(
            Samples samples, GneOptions options, FitListener listener, CheckpointOptions checkpoints) {
        return run(Dataset.of(samples), null, options, null, listener, checkpoints, null);
    }

    /**
     * Fits a map of rows with labels, which are used if {@link GneOptions#withLabelWeight} says so, and saves
     * checkpoints. Labels that are numbers are never used.
     *
     * @throws IllegalArgumentException if labels are to be used that are numbers
     * @see #fit(Samples, GneOptions, FitListener, CheckpointOptions)
     */
    public static GneModel fit(
            Dataset data, GneOptions options, FitListener listener, @Nullable CheckpointOptions checkpoints) {
        return run(data, classes(data, options), options, null, listener, checkpoints, null);
    }

    /**
     * Continues an interrupted fit, and saves checkpoints to the same file.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     * @see #resume(Checkpoint, Samples, FitListener, CheckpointOptions)
     */
    public static GneModel resume(Path checkpoint, Samples samples, FitListener listener) throws IOException {
        return resume(Checkpoint.load(checkpoint), samples, listener, CheckpointOptions.to(checkpoint));
    }

    /**
     * Continues an interrupted fit. The model is, bit for bit, that of a fit without interruption.
     *
     * @param samples the rows of that fit
     * @throws IllegalArgumentException if these are not the rows of that fit
     * @throws FitDivergedException if training diverges; it holds the last good model
     */
    public static GneModel resume(
            Checkpoint checkpoint, Samples samples, FitListener listener, CheckpointOptions checkpoints) {
        return run(Dataset.of(samples), null, checkpoint.options(), checkpoint, listener, checkpoints, null);
    }

    /**
     * Continues an interrupted fit of rows with labels.
     *
     * @see #resume(Checkpoint, Samples, FitListener, CheckpointOptions)
     */
    public static GneModel resume(
            Checkpoint checkpoint, Dataset data, FitListener listener, CheckpointOptions checkpoints) {
        Labels classes = classes(data, checkpoint.options());
        return run(data, classes, checkpoint.options(), checkpoint, listener, checkpoints, null);
    }

    /**
     * Fits one map and one decoder to rows in slices, such as months: rows of the same id in consecutive slices are tied to each other by
     * springs, so that a place means the same in all slices, and a thing that changes makes a path.
     *
     * @param slices the slices of the rows, and which rows have the same id
     * @param tie the weight of the springs, above 0: the cost of a pair that is one map unit apart (about a standard deviation), in
     *     variances of the data. More keeps paths short, less lets rows go where their own values fit best
     * @throws IllegalArgumentException if the slices are those of other rows, or the weight is not above 0
     * @see #fit(Dataset, GneOptions, FitListener, CheckpointOptions)
     */
    public static GneModel fitAligned(
            Dataset data,
            Slices slices,
            double tie,
            GneOptions options,
            FitListener listener,
            @Nullable CheckpointOptions checkpoints) {
        TiedRows tied = tied(data, slices, tie, options);
        return run(data, classes(data, options), options, null, listener, checkpoints, tied);
    }

    /**
     * Continues an interrupted {@link #fitAligned} with the same data, slices and weight.
     *
     * @see #resume(Checkpoint, Samples, FitListener, CheckpointOptions)
     */
    public static GneModel resumeAligned(
            Checkpoint checkpoint,
            Dataset data,
            Slices slices,
            double tie,
            FitListener listener,
            CheckpointOptions checkpoints) {
        GneOptions options = checkpoint.options();
        TiedRows tied = tied(data, slices, tie, options);
        return run(data, classes(data, options), options, checkpoint, listener, checkpoints, tied);
    }

    private static TiedRows tied(Dataset data, Slices slices, double tie, GneOptions options) {
        if (slices.of().size() != data.samples().size()) {
            throw new IllegalArgumentException("slices of " + slices.of().size() + " rows for "
                    + data.samples().size() + " rows, expected as many");
        }
        if (!(tie > 0) || Double.isInfinite(tie)) {
            throw new IllegalArgumentException("tie: found " + tie + ", expected a number above 0");
        }
        return new TiedRows(slices, options.dim(), tie);
    }

    /**
     * Adds rows to a map: new rows are placed, then map and decoder train on with old and new rows, while the old rows are held
     * at their coordinates. It takes a fraction of the time of a new fit.
     *
     * @param model the map; it does not change
     * @param old the rows of the map, in their order
     * @param added the new rows; they may have other columns and categories too
     * @return a map of the old rows, then the new ones
     * @throws IllegalArgumentException if {@code old} are not the rows of the map, there are no new rows, or a column has another
     *     kind than the map's
     * @throws FitDivergedException if training diverges; it holds the last good model
     * @see Growth
     */
    public static GneModel grow(GneModel model, Dataset old, Dataset added, GrowOptions options) {
        return Growth.of(model, old, added, options).run(FitListener.NONE, null, null);
    }

    /** {@link #grow(GneModel, Dataset, Dataset, GrowOptions)} with the default options. */
    public static GneModel grow(GneModel model, Dataset old, Dataset added) {
        return grow(model, old, added, GrowOptions.defaults());
    }

    /**
     * Adds rows to a map without its old rows: rows that the map generates are trained in their place, and the old rows keep their
     * coordinates.
     *
     * @param options {@link GrowOptions#rehearse} is the number of generated rows
     * @see #grow(GneModel, Dataset, Dataset, GrowOptions)
     */
    public static GneModel grow(GneModel model, Dataset added, GrowOptions options) {
        return Growth.rehearsed(model, added, options).run(FitListener.NONE, null, null);
    }

    private static @Nullable Labels classes(Dataset data, GneOptions options) {
        if (data.target() != null && options.training().neighbors().labelled()) {
            throw new IllegalArgumentException("label weight "
                    + options.training().neighbors().labels() + ": the label "
                    + data.target().name() + " is a number, expected classes");
        }
        return data.labels();
    }

    private static GneModel run(
            Dataset data,
            @Nullable Labels labels,
            GneOptions options,
            @Nullable Checkpoint from,
            FitListener listener,
            @Nullable CheckpointOptions checkpoints,
            @Nullable TiedRows tied) {
        Samples samples = data.samples();
        if (samples.size() == 0) {
            throw new IllegalArgumentException("no rows: found 0, expected at least 1");
        }
        try (Parallel parallel = new Parallel(options.threads())) {
            boolean checksum = from != null || checkpoints != null;
            FitContext fit = surveyed(samples, checksum, labels, options, from, tied, listener, parallel);
            return fit.train(data, labels, tied, from, listener, checkpoints, UnaryOperator.identity(), parallel);
        }
    }

    /**
     * Surveys the rows. The result does not keep the survey.
     *
     * @param checksum whether the fit continues from a checkpoint or writes any: checkpoints contain the SHA-256 of the
     *     rows
     */
    private static FitContext surveyed(
            Samples samples,
            boolean checksum,
            @Nullable Labels labels,
            GneOptions options,
            @Nullable Checkpoint from,
            @Nullable TiedRows tied,
            FitListener listener,
            Parallel parallel) {
        Labels digested =
                tied == null ? helping(labels, options) : tied.slices().of();
        Survey survey = checksum ? Survey.withSha256(samples, digested, parallel) : Survey.of(samples, parallel);
        survey.requireTrainable(samples.schema());
        if (from != null && !from.model().record().growths().isEmpty()) {
            throw new IllegalArgumentException(
                    "found the checkpoint of rows that are added to a map, expected that of a fit: Growth.run continues it");
        }
        double tie = tied == null ? 0 : tied.weight();
        if (from != null && from.model().record().tie() != tie) {
            throw new IllegalArgumentException("found the checkpoint of a fit whose rows are tied with the weight "
                    + from.model().record().tie() + ", expected " + tie);
        }
        if (from != null) {
            requireSameRows(samples, survey.sha256(), from);
        }
        listener.onSurvey(survey);
        FitContext fit = new FitContext(samples, options, tie, survey, from);
        List<String> notes = FitNotes.of(survey, fit.scaling(), samples.schema());
        if (!notes.isEmpty()) {
            listener.onNotes(notes);
        }
        return fit;
    }

    /** The labels, if they change the map. */
    private static @Nullable Labels helping(@Nullable Labels labels, GneOptions options) {
        return options.training().neighbors().labelled() ? labels : null;
    }

    private static void requireSameRows(Samples samples, String fingerprint, Checkpoint from) {
        if (!fingerprint.equals(from.dataSha256())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "found %,d rows of %,d values with the SHA-256 %.8s, expected the %,d rows of %,d values, SHA-256"
                            + " %.8s, of the interrupted fit",
                    samples.size(),
                    samples.width(),
                    fingerprint,
                    from.model().embedding().size(),
                    from.model().schema().width(),
                    from.dataSha256()));
        }
    }
}
