package org.gne;

import org.gne.loop.DivergedException;

/** Training diverged; the model of the last sound epoch is kept. */
public final class FitDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient GneModel lastGood;

    FitDivergedException(DivergedException cause, GneModel lastGood) {
        super(cause.getMessage(), cause);
        this.lastGood = lastGood;
    }

    /** The model after the last epoch with a sound loss; its record says which. */
    public GneModel lastGood() {
        return lastGood;
    }
}
