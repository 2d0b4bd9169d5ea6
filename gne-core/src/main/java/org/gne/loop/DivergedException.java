package org.gne.loop;

/** The loss became infinite, not a number, or far larger than it began. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient TrainingResult lastGood;

    DivergedException(int epoch, double loss, TrainingResult lastGood) {
        super("training diverged in epoch " + epoch + " (loss " + loss + "): lower the learning rates; "
                + (lastGood.epochs() == 0
                        ? "no epoch was sound"
                        : "the state after epoch " + lastGood.epochs() + " is kept"));
        this.lastGood = lastGood;
    }

    /** The state after the last epoch with a sound loss; the start where there was none. */
    public TrainingResult lastGood() {
        return lastGood;
    }
}
