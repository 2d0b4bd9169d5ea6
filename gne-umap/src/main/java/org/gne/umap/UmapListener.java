package org.gne.umap;

import org.gne.loop.FitListener.Action;

/** Is told how UMAP proceeds, on the thread that called it, and may end it. */
@FunctionalInterface
public interface UmapListener {

    /** Hears nothing and never stops. */
    UmapListener NONE = (done, steps) -> Action.CONTINUE;

    /**
     * Twice a second at most.
     *
     * @param done steps done: trees and rounds of the search for neighbours, then epochs of the layout
     * @param steps steps in all, as far as they are known yet: there are more later
     */
    Action onSteps(int done, int steps);
}
