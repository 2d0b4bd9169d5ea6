package org.gne.umap;

import org.gne.loop.FitListener.Action;

/** Receives the progress of UMAP on the thread that called it, and can stop it. */
@FunctionalInterface
public interface UmapListener {

    /** Ignores the progress and never stops. */
    UmapListener NONE = (done, steps) -> Action.CONTINUE;

    /**
     * Called at most twice a second.
     *
     * @param done the number of finished steps: trees and rounds of the neighbour search, then epochs of the layout
     * @param steps the number of steps that are known so far; it grows later
     */
    Action onSteps(int done, int steps);
}
