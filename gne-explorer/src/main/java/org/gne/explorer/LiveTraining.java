package org.gne.explorer;

import java.util.ArrayList;
import java.util.List;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;

/**
 * A training that others watch from threads of their own, pause, resume and end. What they see is as old as the last
 * epoch.
 */
public final class LiveTraining implements FitListener {

    /** What a training does. */
    enum State {
        RUNNING,
        PAUSED,
        /** Told to end; the model so far is kept. */
        STOPPING,
        /** Over: its map is to be had. */
        DONE
    }

    /**
     * What is known after an epoch.
     *
     * @param version grows with every change
     * @param losses of all epochs done, those before a training was resumed included
     * @param epochs in all
     * @param secondsLeft estimated
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
        // Of a training that goes on, those before are new here as well.
        double[] all = progress.state().losses();
        for (int i = losses.size(); i < all.length; i++) {
            losses.add(all[i]);
        }
        epochs = progress.epochs();
        secondsLeft = progress.secondsLeft();
        places = progress.embedding().values().clone();
        changed();
        return state == State.STOPPING ? Action.STOP : Action.CONTINUE;
    }

    @Override
    public synchronized Action onBatch(int epoch, int rows) {
        while (state == State.PAUSED) {
            try {
                wait();
            } catch (InterruptedException e) {
                // The training itself sees that it was, and ends.
                Thread.currentThread().interrupt();
                return Action.STOP;
            }
        }
        // The first epoch is always done: before it there is no map to keep.
        return state == State.STOPPING && !losses.isEmpty() ? Action.STOP : Action.CONTINUE;
    }

    /** Holds the training after the batch under way. */
    synchronized void pause() {
        become(State.RUNNING, State.PAUSED);
    }

    synchronized void resume() {
        become(State.PAUSED, State.RUNNING);
    }

    /** Ends the training; the model as it is will be kept. */
    public synchronized void stop() {
        become(State.RUNNING, State.STOPPING);
        become(State.PAUSED, State.STOPPING);
    }

    /** Tells those who watch that the map can be explored. */
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

    /** The map after the last epoch, {@code [rows, 2]}; empty before the first. */
    synchronized float[] places() {
        return places;
    }

    /**
     * Waits for something new.
     *
     * @param seen version that is known already
     * @param millis to wait at most
     */
    synchronized Moment after(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; version == seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return new Moment(version, state, List.copyOf(losses), epochs, secondsLeft);
    }
}
