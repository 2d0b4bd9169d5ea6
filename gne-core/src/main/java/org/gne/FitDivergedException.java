package org.gne;

import org.gne.loop.DivergedException;

/** Thrown if training diverged. It holds the model after the last good epoch. */
public final class FitDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient GneModel lastGood;

    FitDivergedException(DivergedException cause, GneModel lastGood) {
        super(cause.getMessage(), cause);
        this.lastGood = lastGood;
    }

    /** The model after the last good epoch; its record holds the number of epochs. */
    public GneModel lastGood() {
        return lastGood;
    }
}
