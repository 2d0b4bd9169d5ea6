package org.gne.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gne.train.FitListener;
import org.gne.train.FitProgress;
import org.jline.utils.Signals;

/**
 * Ctrl-C and SIGTERM while a fit runs. The first ends the training, so that it can be kept; a second, or one where nothing
 * is trained, ends the process at once.
 */
final class Interruption implements FitListener, AutoCloseable {

    private record Replaced(String signal, Object handler) {}

    private final FitListener listener;
    private final PrintWriter err;
    private final Supplier<String> farewell;
    private final List<Replaced> replaced = new ArrayList<>();
    private volatile boolean training;
    private volatile boolean asked;

    /**
     * @param listener is told all that this hears
     * @param farewell what to say where the process ends at once
     */
    Interruption(FitListener listener, PrintWriter err, Supplier<String> farewell) {
        this.listener = listener;
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
    }

    /** Whether the training was ended by a signal. */
    boolean asked() {
        return asked;
    }

    @Override
    public Action onBatch(int epoch, int rows) {
        training = true;
        Action action = listener.onBatch(epoch, rows);
        return asked ? Action.STOP : action;
    }

    @Override
    public Action onEpoch(FitProgress progress) {
        training = progress.epoch() < progress.epochs();
        Action action = listener.onEpoch(progress);
        return asked ? Action.STOP : action;
    }

    @Override
    public void close() {
        replaced.forEach(each -> Signals.unregister(each.signal(), each.handler()));
    }
}
