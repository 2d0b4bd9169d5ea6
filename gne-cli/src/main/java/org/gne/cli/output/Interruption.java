package org.gne.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gne.data.Survey;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.jline.utils.Signals;

/**
 * Handles Ctrl-C and SIGTERM during a fit. The first signal stops the training, so that it can be saved; a second one,
 * or one while nothing is trained, ends the process at once.
 */
public final class Interruption implements FitListener, AutoCloseable {

    private record Replaced(String signal, Object handler) {}

    private final List<FitListener> listeners;
    private final PrintWriter err;
    private final Supplier<String> farewell;
    private final List<Replaced> replaced = new ArrayList<>();
    private volatile boolean training;
    private volatile boolean asked;
    private volatile Runnable whenAsked = () -> {};

    /**
     * @param listeners receive all progress; each can stop the training
     * @param farewell the message if the process ends at once
     */
    public Interruption(List<FitListener> listeners, PrintWriter err, Supplier<String> farewell) {
        this.listeners = listeners;
        this.err = err;
        this.farewell = farewell;
        for (String signal : List.of("INT", "TERM")) {
            Object handler = Signals.register(signal, this::ask);
            if (handler != null) {
                replaced.add(new Replaced(signal, handler));
            }
        }
    }

    private void ask() {
        if (asked || !training) {
            err.println(Failures.line(farewell.get()));
            err.flush();
            Runtime.getRuntime().halt(Failures.FAILED);
        }
        asked = true;
        whenAsked.run();
    }

    /**
     * Sets an action for the first signal, run on the thread of the signal handler, for example to wake a paused
     * training.
     */
    public void whenAsked(Runnable action) {
        whenAsked = action;
    }

    /** Whether a signal stopped the training. */
    public boolean asked() {
        return asked;
    }

    @Override
    public void onSurvey(Survey survey) {
        listeners.forEach(listener -> listener.onSurvey(survey));
    }

    @Override
    public void onNotes(List<String> notes) {
        listeners.forEach(listener -> listener.onNotes(notes));
    }

    @Override
    public void onEpochs(int epochs, double seconds) {
        listeners.forEach(listener -> listener.onEpochs(epochs, seconds));
    }

    @Override
    public Action onBatch(int epoch, int rows) {
        training = true;
        return all(listener -> listener.onBatch(epoch, rows));
    }

    @Override
    public Action onEpoch(FitProgress progress) {
        training = progress.epoch() < progress.epochs();
        return all(listener -> listener.onEpoch(progress));
    }

    private Action all(Function<FitListener, Action> tell) {
        Action last = asked ? Action.STOP : Action.CONTINUE;
        for (FitListener listener : listeners) {
            Action action = tell.apply(listener);
            if (action == Action.STOP || last == Action.CONTINUE) {
                last = action;
            }
        }
        return asked ? Action.STOP : last;
    }

    @Override
    public void close() {
        replaced.forEach(each -> Signals.unregister(each.signal(), each.handler()));
    }
}
