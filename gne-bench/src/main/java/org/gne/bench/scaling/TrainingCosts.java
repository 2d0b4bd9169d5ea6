package org.gne.bench.scaling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;

/**
 * What the parts of a training take, by when the listener hears of them: all up to the first batch is the start (components,
 * neighbours, layout); from the last batch of an epoch to its end it is a search. The first epoch, in which the code is still being
 * compiled, does not count.
 */
final class TrainingCosts implements FitListener {

    private final int rows;
    private Cost last = Cost.now();
    private Cost start = Cost.NONE;
    private Cost training = Cost.NONE;
    private Cost searching = Cost.NONE;
    private boolean started;
    private int epochs;
    private int searches;

    /** Counts from now on. */
    TrainingCosts(int rows) {
        this.rows = rows;
    }

    @Override
    public Action onBatch(int epoch, int done) {
        if (!started) {
            started = true;
            start = lap();
        } else if (done == rows) {
            Cost lap = lap();
            if (epoch > 1) {
                training = training.plus(lap);
                epochs++;
            }
        }
        return Action.CONTINUE;
    }

    @Override
    public Action onEpoch(FitProgress progress) {
        Cost lap = lap();
        if (progress.moved() >= 0) {
            searching = searching.plus(lap);
            searches++;
        }
        return Action.CONTINUE;
    }

    private Cost lap() {
        Cost now = Cost.now();
        Cost lap = now.minus(last);
        last = now;
        return lap;
    }

    /** All up to the first batch. */
    Cost start() {
        return start;
    }

    /** The start, an epoch, a search. */
    Map<String, Cost> parts() {
        if (epochs == 0 || searches == 0) {
            throw new IllegalStateException(epochs + " epochs and " + searches + " searches, expected at least 1 each");
        }
        Map<String, Cost> parts = new LinkedHashMap<>();
        parts.put("start", start);
        parts.put("epoch", training.dividedBy(epochs));
        parts.put("search", searching.dividedBy(searches));
        return parts;
    }
}
