package org.gne.baseline;

import org.gne.loop.FitListener.Action;

/** Receives the progress of t-SNE on the thread that called it, and can stop it. */
@FunctionalInterface
public interface TsneListener {

    /** Ignores the progress and never stops. */
    TsneListener NONE = (iteration, iterations, divergence) -> Action.CONTINUE;

    /**
     * Called after every 50 iterations.
     *
     * @param iteration the number of finished iterations
     * @param iterations the number of all iterations
     * @param divergence the divergence of the map from the affinities, in nats, without exaggeration
     */
    Action onIterations(int iteration, int iterations, double divergence);
}
