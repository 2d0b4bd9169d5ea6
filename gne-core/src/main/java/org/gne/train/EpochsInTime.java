package org.gne.train;

import org.gne.loop.EpochLoop;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;

/**
 * Finds how many epochs fit into a time: trains for a while, measures the time of an epoch with its search, and forgets what was
 * trained. So the training that follows is that of the chosen number of epochs from the start.
 */
final class EpochsInTime implements FitListener {

    /** The share of the time that the trial takes at least, so that many short epochs are measured. */
    private static final double TRIAL = 0.05;

    /** More epochs are never chosen. */
    private static final int MOST = 100_000;

    private final double seconds;
    private final long begin;
    private final FitListener listener;
    private double firstEnd;
    private double lastEnd;
    private int finished;
    private boolean stopped;

    /**
     * @param seconds the time from {@code begin} on
     * @param begin the start of the training, by {@link System#nanoTime}
     * @param listener can stop the trial
     */
    EpochsInTime(double seconds, long begin, FitListener listener) {
        this.seconds = seconds;
        this.begin = begin;
        this.listener = listener;
    }

    private double now() {
        return (System.nanoTime() - begin) * 1e-9;
    }

    /**
     * The number of epochs, at least 1.
     *
     * @param loop trained for some epochs
     */
    int choose(EpochLoop loop, EpochLoop.Interlude search) {
        double start = now();
        loop.run(this, search, System.nanoTime());
        if (stopped) {
            return 1;
        }
        // The first epoch is slower, because the compiler is at work.
        double each = finished < 2 ? now() - start : (lastEnd - firstEnd) / (finished - 1);
        double left = seconds - now();
        int epochs = (int) Math.max(1, Math.min(MOST, left / Math.max(each, 1e-9)));
        listener.onEpochs(epochs, each);
        return epochs;
    }

    @Override
    public Action onBatch(int epoch, int rows) {
        // No progress is passed on: these rows do not count.
        stopped |= listener.onBatch(1, 0) == Action.STOP;
        return stopped || now() > seconds ? Action.STOP : Action.CONTINUE;
    }

    @Override
    public Action onEpoch(FitProgress progress) {
        finished++;
        lastEnd = now();
        firstEnd = finished == 1 ? lastEnd : firstEnd;
        boolean enough = lastEnd > TRIAL * seconds && (finished > 1 || lastEnd > seconds / 2);
        return stopped || enough ? Action.STOP : Action.CONTINUE;
    }
}
