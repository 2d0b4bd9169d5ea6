package org.gne.loop;

import java.util.List;
import org.gne.data.Survey;

/** Receives the progress of a training on the thread that called it, and can stop it. */
@FunctionalInterface
public interface FitListener {

    /** What to do next. */
    enum Action {
        /** Go on with the next epoch. */
        CONTINUE,
        /** Stop; the fit returns the model as it is. */
        STOP,
        /**
         * Stop soon: all rates fall to their last values within a fifth as many epochs as are done, at least one, and the fit returns that
         * model. Its error is lower than after {@link #STOP}. A method that does not know it stops at once.
         */
        SETTLE
    }

    /** Ignores the progress and never stops. */
    FitListener NONE = progress -> Action.CONTINUE;

    /** Before a fit of GNE trains, when its rows have been looked over. */
    default void onSurvey(Survey survey) {}

    /**
     * Called after {@link #onSurvey}, with remarks on the rows, one sentence each: about extreme values, columns whose
     * logarithm is fitted, equal rows.
     */
    default void onNotes(List<String> notes) {}

    /**
     * Called before the first epoch of a fit that was given a time instead of a number of epochs.
     *
     * @param epochs the number of epochs that was chosen
     * @param seconds the time of an epoch, in seconds, as measured
     */
    default void onEpochs(int epochs, double seconds) {}

    /** Called after every epoch. */
    Action onEpoch(FitProgress progress);

    /**
     * Called after every batch.
     *
     * @param epoch the current epoch, from 1
     * @param rows the number of finished rows of this epoch
     */
    default Action onBatch(int epoch, int rows) {
        return Action.CONTINUE;
    }
}
