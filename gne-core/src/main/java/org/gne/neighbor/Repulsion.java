package org.gne.neighbor;

import org.gne.kernel.Parallel;

/**
 * The repulsion of t-SNE between all points of a 2-D map (van der Maaten and Hinton 2008, equation 5, its second part), and
 * the field it makes at any other place. Scratch of one layout; the result does not depend on the number of threads.
 */
public interface Repulsion {

    /** Up to this many points the sums are over all pairs; beyond, by a grid. */
    int MOST_PAIRED = 1_000;

    /** The way of summing that suits the number of points. */
    static Repulsion among(int points, Parallel parallel) {
        return points <= MOST_PAIRED ? new PairRepulsion() : new GridRepulsion(parallel);
    }

    /**
     * Takes up the points of a map.
     *
     * @param y {@code [n, 2]}
     */
    void setPoints(float[] y, Parallel parallel);

    /**
     * The forces on those points, {@code force_i = sum over j of w^2 (y_i - y_j)} with {@code w = 1 / (1 + |y_i - y_j|^2)}.
     *
     * @param y as taken up
     * @param force {@code [n, 2]}, overwritten
     * @return the normaliser of t-SNE, the sum of w over all pairs of different points, each counted twice; above 0
     */
    double forces(float[] y, float[] force, Parallel parallel);

    /** A look at the field; scratch of one thread, good until other points are taken up. */
    Probe probe();

    /** The field at any place. */
    interface Probe {

        /** Goes to a place. */
        void look(float x, float y);

        /** Sum of w over all points, at the place last looked at. */
        float potential();

        /** Sum of {@code w^2 (x - x_j)} over all points. */
        float forceX();

        /** Sum of {@code w^2 (y - y_j)} over all points. */
        float forceY();
    }
}
