package org.gne.loop;

import org.gne.data.Survey;

/** Is told how a training proceeds, on the thread that called it, and may end it. */
@FunctionalInterface
public interface FitListener {

    /** What to do next. */
    enum Action {
        CONTINUE,
        /** End here; the fit returns the model as it is. */
        STOP
    }

    /** Hears nothing and never stops. */
    FitListener NONE = progress -> Action.CONTINUE;

    /** Before a fit of GNE trains, when its rows have been looked over. */
    default void onSurvey(Survey survey) {}

    /** After every epoch. */
    Action onEpoch(FitProgress progress);

    /**
     * After every batch.
     *
     * @param epoch the epoch under way, from 1
     * @param rows rows of it done
     */
    default Action onBatch(int epoch, int rows) {
        return Action.CONTINUE;
    }
}
