package org.gne.cli.map;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gne.cli.output.ProgressReport;
import org.jspecify.annotations.Nullable;

/** Prints progress: a bar on a terminal, a line from time to time elsewhere, nothing with --quiet. */
final class RowProgress implements AutoCloseable {

    /** The time between two lines. */
    private static final double INTERVAL = 5;

    private final PrintWriter out;
    private final boolean quiet;
    private final String work;
    private final int rows;
    private final @Nullable ProgressBar bar;
    private final long begin = System.nanoTime();
    private double lastLine;

    private RowProgress(PrintWriter out, boolean quiet, String work, int rows, @Nullable ProgressBar bar) {
        this.out = out;
        this.quiet = quiet;
        this.work = work;
        this.rows = rows;
        this.bar = bar;
    }

    /**
     * @param work the name of the work: "placing"
     */
    static RowProgress on(PrintWriter out, boolean quiet, String work, int rows) {
        if (quiet || !ProgressReport.onTerminal()) {
            return new RowProgress(out, quiet, work, rows, null);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(work)
                .setInitialMax(rows)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build();
        return new RowProgress(out, false, work, rows, bar);
    }

    void done(int count) {
        if (bar != null) {
            bar.stepTo(count);
            return;
        }
        double seconds = (System.nanoTime() - begin) * 1e-9;
        if (seconds - lastLine >= INTERVAL && count < rows) {
            lastLine = seconds;
            say(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d rows, %s left",
                    work,
                    count,
                    rows,
                    ProgressReport.duration(seconds / count * (rows - count))));
        }
    }

    void say(String line) {
        if (!quiet) {
            if (bar != null) {
                bar.close();
            }
            out.println(line);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
