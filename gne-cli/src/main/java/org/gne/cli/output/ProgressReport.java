package org.gne.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gne.Checkpoint;
import org.gne.GneOptions;
import org.gne.data.Column;
import org.gne.data.Dataset;
import org.gne.data.Schema;
import org.gne.data.Survey;
import org.gne.kernel.Kernels;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.quality.Measure;
import org.gne.results.Metrics;
import org.jspecify.annotations.Nullable;

/** Prints the progress of a fit: a bar on a terminal, a line from time to time elsewhere, nothing with --quiet. */
public final class ProgressReport implements FitListener, AutoCloseable {

    /** Set by the launcher, because not all versions of Java can find out whether standard error is a terminal. */
    public static final String TERMINAL = "gne.terminal";

    /** The time between two lines, in seconds. */
    public static final double INTERVAL = 5;

    /** The measures in the last line of a fit, after the one that says how exact the decoder is. */
    private static final List<Measure> OF_MAP = List.of(Measure.KNN_ACCURACY, Measure.KNN_R2, Measure.TRUSTWORTHINESS);

    private final PrintWriter out;
    private final boolean quiet;
    private final Dataset data;
    private final int rows;
    private int epochs;
    private final @Nullable Checkpoint from;
    private final List<String> notes = new ArrayList<>();
    private @Nullable ProgressBar bar;
    private double lastLine = Double.NEGATIVE_INFINITY;

    private ProgressReport(
            PrintWriter out, boolean quiet, Dataset data, GneOptions options, @Nullable Checkpoint from) {
        this.out = out;
        this.quiet = quiet;
        this.data = data;
        this.from = from;
        rows = data.samples().size();
        epochs = options.training().forRows(rows, data.samples().schema()).epochs();
    }

    /**
     * @param from the checkpoint that the fit continues, or null if it is new
     */
    public static ProgressReport on(
            PrintWriter out, boolean quiet, Dataset data, GneOptions options, @Nullable Checkpoint from) {
        ProgressReport report = new ProgressReport(out, quiet, data, options, from);
        report.say(String.format(
                Locale.ROOT,
                "%s: %,d rows of %d values; preset %s, %s, seed %d, %d threads, kernel %s",
                data.name(),
                report.rows,
                data.samples().width(),
                options.preset(),
                options.training().seconds() > 0
                        ? String.format(
                                Locale.ROOT, "about %.0f s", options.training().seconds())
                        : report.epochs + " epochs",
                options.seed(),
                options.threads(),
                Kernels.active().name()));
        if (options.dim() > 3 && options.training().search().cells() > 0) {
            report.say(
                    "the global search is off: it supports maps of up to 3 dimensions, this one has " + options.dim());
        }
        if (from != null) {
            report.say("continuing after epoch " + from.epochs() + " of " + report.epochs);
        }
        return report;
    }

    @Override
    public void onSurvey(Survey survey) {
        RowMeaning.of(data, survey.missingCells(data.samples().schema())).forEach(this::say);
        if (!quiet && onTerminal()) {
            bar = bar();
        }
    }

    private ProgressBar bar() {
        int done = from == null ? 0 : from.epochs();
        Duration before =
                Duration.ofMillis(from == null ? 0 : (long) (1000 * from.state().seconds()));
        return new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax((long) rows * epochs)
                .startsFrom((long) rows * done, before)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
    }

    public static boolean onTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }

    @Override
    public void onEpochs(int chosen, double seconds) {
        epochs = chosen;
        if (bar != null) {
            bar.maxHint((long) rows * epochs);
        }
        onNotes(List.of(String.format(
                Locale.ROOT,
                "%d %s of %.2g s %s into the time; --epochs %d with the same seed gives the same map",
                chosen,
                chosen == 1 ? "epoch" : "epochs",
                seconds,
                chosen == 1 ? "fits" : "fit",
                chosen)));
    }

    @Override
    public Action onBatch(int epoch, int rowsDone) {
        if (bar != null) {
            bar.stepTo((long) (epoch - 1) * rows + rowsDone);
        }
        return Action.CONTINUE;
    }

    @Override
    public void onNotes(List<String> found) {
        notes.addAll(found);
        found.forEach(note -> say("note: " + note));
    }

    /** The number of epochs of the fit. */
    public int epochs() {
        return epochs;
    }

    /** The notes of the fit so far. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public Action onEpoch(FitProgress progress) {
        String loss = String.format(Locale.ROOT, "loss %.4f", progress.loss());
        if (bar != null) {
            bar.setExtraMessage(loss);
            return Action.CONTINUE;
        }
        boolean last = progress.epoch() == progress.epochs();
        if (last || progress.seconds() - lastLine >= INTERVAL) {
            lastLine = progress.seconds();
            say(String.format(
                    Locale.ROOT,
                    "epoch %d of %d, %s, %,.0f rows/s, %s left",
                    progress.epoch(),
                    progress.epochs(),
                    loss,
                    progress.rowsPerSecond(),
                    duration(progress.secondsLeft())));
        }
        return Action.CONTINUE;
    }

    public void say(String line) {
        if (!quiet) {
            close();
            out.println(line);
            out.flush();
        }
    }

    public void done(Metrics metrics, ResultFolder folder) {
        // The columns of a table have different units and likelihoods; the share says more than an error.
        boolean image = data.samples().schema() instanceof Schema.Picture;
        List<Measure> last = new ArrayList<>(List.of(image ? Measure.RECONSTRUCTION_MSE : Measure.EXPLAINED));
        last.addAll(OF_MAP);
        String measured = metrics.quality().text(last);
        say((measured.isEmpty() ? "done" : measured) + " in " + duration(metrics.number(Metrics.SECONDS))
                + scaling(metrics));
        Object warning = metrics.facts().get(Metrics.WARNING);
        if (warning != null) {
            out.println("gne: warning: " + warning);
            out.flush();
        }
        say("written to " + folder.path() + ": " + String.join(", ", folder.files()));
    }

    /** How numbers were scaled; nothing for rows without numbers, such as counts: they are used as they are. */
    private String scaling(Metrics metrics) {
        boolean unscaled = data.samples().schema() instanceof Schema.Columns table
                && table.columns().stream()
                        .noneMatch(column -> column.kind().isNumber() || column.kind() == Column.Kind.VECTOR);
        return unscaled
                ? ""
                : ", values scaled: "
                        + String.valueOf(metrics.facts().get(Metrics.SCALING)).toLowerCase(Locale.ROOT);
    }

    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60
                ? whole + " s"
                : whole < 3600
                        ? whole / 60 + " min " + whole % 60 + " s"
                        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    @Override
    public void close() {
        if (bar != null) {
            // If the bar is closed again, it is drawn again.
            bar.close();
            bar = null;
        }
    }
}
