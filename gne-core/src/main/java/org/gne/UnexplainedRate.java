package org.gne;

import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Watches a stream of rows: counts, over a window of the last rows, those that a map does not explain, and tells listeners when their
 * share rises above a limit. That is the moment to add the rows to the map ({@link Gne#grow}). Several threads may use it at once.
 *
 * <pre>{@code
 * UnexplainedRate rate = UnexplainedRate.of(placer).onAlarm((share, rows) -> log.warn("new kinds of rows: " + share));
 * float[] place = new float[placer.dim()];
 * rate.add(placer.place(row, place));
 * }</pre>
 */
public final class UnexplainedRate {

    /** The usual window, in rows. */
    public static final int WINDOW = 1_000;

    /** The usual limit: of training rows, about 0.5 % are unexplained. */
    public static final double LIMIT = 0.05;

    /** The alarm ends when the share falls below this share of the limit, so that it does not begin again at once. */
    private static final double END = 0.5;

    /** Called when the share rises above the limit, on the thread that added the row. */
    @FunctionalInterface
    public interface AlarmListener {

        /**
         * Called once; again only after the share has fallen to half of the limit.
         *
         * @param share the share of unexplained rows in the window
         * @param rows the number of rows so far
         */
        void onAlarm(double share, long rows);
    }

    private final double explainedError;
    private final boolean[] window;
    private final double limit;
    private final CopyOnWriteArrayList<AlarmListener> listeners = new CopyOnWriteArrayList<>();
    private long rows;
    private long unexplained;
    private int inWindow;
    private boolean alarmed;

    /**
     * Creates a counter.
     *
     * @param explainedError the largest error of a row that the map explains: {@link Placer#explainedError}
     * @param window the number of rows of the window, at least 1; there is no alarm before it is full
     * @param limit the share of unexplained rows above which there is an alarm, 0 to 1
     * @throws IllegalArgumentException if the error is not known, or a number is out of its range
     */
    public UnexplainedRate(double explainedError, int window, double limit) {
        if (Double.isNaN(explainedError)) {
            throw new IllegalArgumentException(
                    "explained error: found NaN, expected that of a map which knows the errors of its rows");
        }
        if (window < 1) {
            throw new IllegalArgumentException("window: found " + window + " rows, expected at least 1");
        }
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException("limit: found " + limit + ", expected 0 to 1");
        }
        this.explainedError = explainedError;
        this.window = new boolean[window];
        this.limit = limit;
    }

    /** A counter of the rows of a placer, with {@link #WINDOW} and {@link #LIMIT}. */
    public static UnexplainedRate of(Placer placer) {
        return new UnexplainedRate(placer.explainedError(), WINDOW, LIMIT);
    }

    /** Adds a listener, and returns this counter. */
    public UnexplainedRate onAlarm(AlarmListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Counts a row.
     *
     * @param error its error from {@link Placer#place(float[], float[])}; NaN, a row without known values, is not counted
     * @return whether the map explains the row
     */
    public boolean add(float error) {
        if (Float.isNaN(error)) {
            return false;
        }
        boolean explained = error <= explainedError;
        double share;
        long count;
        boolean alarm;
        synchronized (this) {
            int at = (int) (rows % window.length);
            inWindow += (explained ? 0 : 1) - (window[at] ? 1 : 0);
            window[at] = !explained;
            unexplained += explained ? 0 : 1;
            rows++;
            share = share();
            count = rows;
            alarm = !alarmed && rows >= window.length && share > limit;
            alarmed = alarm || alarmed && share > END * limit;
        }
        if (alarm) {
            // Outside of the lock, so that a slow listener does not stop other threads.
            listeners.forEach(listener -> listener.onAlarm(share, count));
        }
        return explained;
    }

    /** The share of unexplained rows among the last ones, at most the window; 0 without rows. */
    public synchronized double share() {
        return rows == 0 ? 0 : (double) inWindow / Math.min(rows, window.length);
    }

    /** Whether the share is above the limit, or has been and is not yet at half of it. */
    public synchronized boolean alarmed() {
        return alarmed;
    }

    /** The number of counted rows. */
    public synchronized long rows() {
        return rows;
    }

    /** The number of unexplained rows since the beginning. */
    public synchronized long unexplained() {
        return unexplained;
    }

    /** The share, in words. */
    @Override
    public synchronized String toString() {
        return "UnexplainedRate: " + inWindow + " of the last " + Math.min(rows, window.length) + " rows, "
                + (alarmed ? "above" : "not above") + " the limit of " + limit;
    }
}
