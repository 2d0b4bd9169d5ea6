package org.gne.baseline;

import org.gne.loop.FitListener.Action;

/** Is told how t-SNE proceeds, on the thread that called it, and may end it. */
@FunctionalInterface
public interface TsneListener {

    /** Hears nothing and never stops. */
    TsneListener NONE = (iteration, iterations, divergence) -> Action.CONTINUE;

    /**
     * After every 50 iterations.
     *
     * @param iteration iterations done
     * @param iterations iterations in all
     * @param divergence of the map from the affinities, in nats, without exaggeration
     */
    Action onIterations(int iteration, int iterations, double divergence);
}
