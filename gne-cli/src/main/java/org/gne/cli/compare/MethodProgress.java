package org.gne.cli.compare;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gne.baseline.TsneListener;
import org.gne.cli.output.ProgressReport;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.umap.UmapListener;
import org.jspecify.annotations.Nullable;

/** Prints the progress of one method of a comparison, as {@link ProgressReport} does for a fit. */
public final class MethodProgress implements FitListener, TsneListener, UmapListener, AutoCloseable {

    private final PrintWriter out;
    private final boolean quiet;
    private final String title;
    private final int rows;
    private final long begin = System.nanoTime();
    private @Nullable ProgressBar bar;
    private double lastLine = 0;

    /**
     * @param rows the number of rows in an epoch
     */
    MethodProgress(PrintWriter out, boolean quiet, String title, int rows) {
        this.out = out;
        this.quiet = quiet;
        this.title = title;
        this.rows = rows;
        bar = quiet || !Boolean.getBoolean(ProgressReport.TERMINAL)
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(title)
                        .setInitialMax(-1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build();
    }

    @Override
    public FitListener.Action onBatch(int epoch, int rowsDone) {
        if (bar != null) {
            bar.stepTo((long) (epoch - 1) * rows + rowsDone);
        }
        return FitListener.Action.CONTINUE;
    }

    @Override
    public FitListener.Action onEpoch(FitProgress progress) {
        hint((long) rows * progress.epochs());
        tell(
                progress.epoch(),
                progress.epochs(),
                (long) rows * progress.epoch(),
                String.format(Locale.ROOT, "epoch %d of %d", progress.epoch(), progress.epochs()),
                String.format(Locale.ROOT, "loss %.4f", progress.loss()));
        return FitListener.Action.CONTINUE;
    }

    @Override
    public FitListener.Action onIterations(int iteration, int iterations, double divergence) {
        hint(iterations);
        tell(
                iteration,
                iterations,
                iteration,
                String.format(Locale.ROOT, "iteration %d of %d", iteration, iterations),
                String.format(Locale.ROOT, "divergence %.3f", divergence));
        return FitListener.Action.CONTINUE;
    }

    @Override
    public FitListener.Action onSteps(int done, int steps) {
        hint(steps);
        tell(done, steps, done, String.format(Locale.ROOT, "step %d of %d", done, steps), "");
        return FitListener.Action.CONTINUE;
    }

    private void hint(long steps) {
        if (bar != null) {
            bar.maxHint(steps);
        }
    }

    private void tell(int done, int all, long steps, String where, String what) {
        if (bar != null) {
            bar.stepTo(steps);
            bar.setExtraMessage(what);
            return;
        }
        double seconds = (System.nanoTime() - begin) * 1e-9;
        if (seconds - lastLine >= ProgressReport.INTERVAL) {
            lastLine = seconds;
            double left = seconds / Math.max(1, done) * (all - done);
            // UMAP does not know the number of its steps until the last ones.
            say(where + (what.isEmpty() ? "" : ", " + what + ", " + ProgressReport.duration(left) + " left"));
        }
    }

    /** Prints that the method begins; a progress bar does that itself. */
    void begin() {
        if (bar == null) {
            say("started");
        }
    }

    /** Prints a line about the method and ends its progress bar. */
    void say(String line) {
        close();
        if (!quiet) {
            out.println(title + ": " + line);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            // Closing a bar twice would draw it twice.
            bar.close();
            bar = null;
        }
    }
}
