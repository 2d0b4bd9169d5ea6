package org.gne.analysis;

/** A quantity that has a value at every point of the map. */
public interface Objective {

    /**
     * Computes its values and gradients at some points.
     *
     * @param places {@code [n][dim]}
     * @param values {@code [n]}, overwritten
     * @param gradients {@code [n][dim]}, overwritten: change of the value per map unit
     */
    void evaluate(float[][] places, double[] values, double[][] gradients);
}
