package org.gne.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.results.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The seconds that each part of a fit takes: {@code reading} (with the start of Java), {@code start} (neighbours and
 * initial coordinates), {@code epochs}, {@code searches}, {@code results} (writing, drawing and measuring).
 */
public final class Phases implements FitListener {

    private final Map<String, Object> seconds = new LinkedHashMap<>();
    private double last;
    private @Nullable FitProgress progress;

    /** The time since the start of the process, NaN if it is not known. */
    public static double secondsSinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    /** Ends a part that began when the part before it ended. */
    public void end(String part) {
        double now = secondsSinceStart();
        Metrics.number(seconds, part, now - last);
        last = now;
    }

    @Override
    public Action onEpoch(FitProgress epoch) {
        progress = epoch;
        return Action.CONTINUE;
    }

    /** Ends the training, whose parts the listener has received. */
    public void endTraining(double secondsBefore) {
        double now = secondsSinceStart();
        if (progress != null) {
            Metrics.number(seconds, "start", progress.startSeconds());
            double epochs = progress.seconds() - secondsBefore - progress.startSeconds() - progress.searchSeconds();
            Metrics.number(seconds, "epochs", epochs);
            Metrics.number(seconds, "searches", progress.searchSeconds());
        }
        last = now;
    }

    /** The seconds of each part so far, by name. */
    Map<String, Object> seconds() {
        return seconds;
    }
}
