package org.gne.loop;

/**
 * Thrown if the loss is infinite or NaN, or much larger than at the beginning.
 *
 * @hidden internal
 */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient TrainingResult lastGood;

    DivergedException(int epoch, double loss, TrainingResult lastGood) {
        super("training diverged in epoch " + epoch + " (loss " + loss + "): lower the learning rates; "
                + (lastGood.epochs() == 0
                        ? "no epoch before it was good"
                        : "the state after epoch " + lastGood.epochs() + " is saved"));
        this.lastGood = lastGood;
    }

    /** The state after the last epoch that did not diverge; the initial state if there was none. */
    public TrainingResult lastGood() {
        return lastGood;
    }
}
