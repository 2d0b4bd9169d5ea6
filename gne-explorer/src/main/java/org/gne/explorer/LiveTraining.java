package org.gne.explorer;

import java.util.ArrayList;
import java.util.List;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;

/**
 * Lets other threads watch, pause, resume and stop a fit. What they see is the state after the last epoch.
 */
public final class LiveTraining implements FitListener {

    /** The state of a fit. */
    enum State {
        RUNNING,
        PAUSED,
        /** The fit was asked to stop; it settles, and saves its model. */
        STOPPING,
        /** The fit is done, and its map can be explored. */
        DONE
    }

    /**
     * The state of the fit at one moment.
     *
     * @param version a number that grows with every change
     * @param losses the loss of each finished epoch, including those before the fit was resumed
     * @param epochs the number of all epochs
     * @param secondsLeft the estimated time until the last epoch is done
     */
    record Moment(long version, State state, List<Double> losses, int epochs, double secondsLeft) {}

    private final List<Double> losses = new ArrayList<>();
    private State state = State.RUNNING;
    private float[] places = {};
    private long version;
    private int epochs;
    private double secondsLeft;

    @Override
    public synchronized Action onEpoch(FitProgress progress) {
        // After a resume, the losses of earlier epochs are new here too.
        double[] all = progress.state().losses();
        for (int i = losses.size(); i < all.length; i++) {
            losses.add(all[i]);
        }
        epochs = progress.epochs();
        secondsLeft = progress.secondsLeft();
        places = progress.embedding().values().clone();
        changed();
        return state == State.STOPPING ? Action.SETTLE : Action.CONTINUE;
    }

    @Override
    public synchronized Action onBatch(int epoch, int rows) {
        while (state == State.PAUSED) {
            try {
                wait();
            } catch (InterruptedException e) {
                // The training sees the interrupt, and ends.
                Thread.currentThread().interrupt();
                return Action.STOP;
            }
        }
        // The first epoch is always finished: before it there is no map to save.
        return state == State.STOPPING && !losses.isEmpty() ? Action.SETTLE : Action.CONTINUE;
    }

    /** Pauses the fit after the current batch. */
    synchronized void pause() {
        become(State.RUNNING, State.PAUSED);
    }

    synchronized void resume() {
        become(State.PAUSED, State.RUNNING);
    }

    /** Stops the fit, which settles; its model is saved. */
    public synchronized void stop() {
        become(State.RUNNING, State.STOPPING);
        become(State.PAUSED, State.STOPPING);
    }

    /** Notifies the watching threads that the map can be explored. */
    synchronized void done() {
        state = State.DONE;
        changed();
    }

    private void become(State from, State to) {
        if (state == from) {
            state = to;
            changed();
        }
    }

    private synchronized void changed() {
        version++;
        notifyAll();
    }

    /** The coordinates after the last epoch, {@code [rows, 2]}; empty before the first epoch is done. */
    synchronized float[] places() {
        return places;
    }

    /**
     * Waits until the state has changed.
     *
     * @param seen the version that the caller knows
     * @param millis the longest time to wait
     */
    synchronized Moment after(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; version == seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return new Moment(version, state, List.copyOf(losses), epochs, secondsLeft);
    }
}
