package org.gne.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import org.gne.io.ReadListener;
import org.gne.io.ReadProgress;

/** Prints the progress of reading: a line every five seconds, none for what is read sooner. */
public final class ReadingLines implements ReadListener {

    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final PrintWriter out;
    private long last = System.nanoTime();
    private String work = "";
    private long begun = last;
    private long doneAtBegin;

    /** Lines on a writer. */
    public ReadingLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void onProgress(ReadProgress progress) {
        long now = System.nanoTime();
        if (!progress.work().equals(work)) {
            work = progress.work();
            begun = now;
            doneAtBegin = progress.done();
        }
        if (now - last >= INTERVAL_NANOS) {
            last = now;
            out.println(line(progress) + left(progress, (now - begun) * 1e-9));
            out.flush();
        }
    }

    /** The progress as a line: {@code "downloading: 12 of 480 MB"}. */
    static String line(ReadProgress progress) {
        boolean bytes = progress.unit() == ReadProgress.Unit.BYTES;
        String of = progress.total() < 0 ? "" : String.format(Locale.ROOT, " of %,d", count(progress.total(), bytes));
        return String.format(Locale.ROOT, "%s: %,d", progress.work(), count(progress.done(), bytes))
                + of
                + (bytes ? " MB" : " rows");
    }

    /** The time that is left, if it is known how much there is to do. */
    private String left(ReadProgress progress, double seconds) {
        long done = progress.done() - doneAtBegin;
        return progress.total() < 0 || done <= 0 || progress.done() >= progress.total()
                ? ""
                : ", " + ProgressReport.duration(seconds * (progress.total() - progress.done()) / done) + " left";
    }

    private static long count(long units, boolean bytes) {
        return bytes ? units >> 20 : units;
    }
}
