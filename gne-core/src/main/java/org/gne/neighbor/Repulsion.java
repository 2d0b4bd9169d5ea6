package org.gne.neighbor;

import org.gne.kernel.Parallel;

/**
 * The repulsion of t-SNE between all points of a 2-D map (van der Maaten and Hinton 2008, equation 5, its second part),
 * and its field at any other point. Used by one layout; the result does not depend on the number of threads.
 *
 * @hidden internal
 */
public interface Repulsion {

    /** Up to this many points, sums are taken over all pairs; beyond that, on a grid. */
    int MOST_PAIRED = 1_000;

    /** Chooses the method by the number of points. */
    static Repulsion among(int points, Parallel parallel) {
        return points <= MOST_PAIRED ? new PairRepulsion() : new GridRepulsion(parallel);
    }

    /**
     * Sets the points of the map.
     *
     * @param y {@code [n, 2]}
     */
    void setPoints(float[] y, Parallel parallel);

    /**
     * Computes the forces on the points, {@code force_i = sum over j of w^2 (y_i - y_j)} with {@code w = 1 / (1 + |y_i
     * - y_j|^2)}.
     *
     * @param y the points, as in {@link #setPoints}
     * @param force {@code [n, 2]}, overwritten
     * @return the normaliser of t-SNE, the sum of w over all pairs of different points, each counted twice; above 0
     */
    double forces(float[] y, float[] force, Parallel parallel);

    /** Evaluates the field; used by one thread, valid until other points are set. */
    Probe probe();

    /**
     * Evaluates the field at any point.
     *
     * @hidden internal
     */
    interface Probe {

        /** Sets the point. */
        void look(float x, float y);

        /** The sum of w over all points, at the point that was set last. */
        float potential();

        /** The sum of {@code w^2 (x - x_j)} over all points. */
        float forceX();

        /** The sum of {@code w^2 (y - y_j)} over all points. */
        float forceY();
    }
}
