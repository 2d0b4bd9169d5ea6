package org.gne.analysis;

/** A quantity that every place of the map has more or less of. */
public interface Objective {

    /**
     * Its values and slopes at some places.
     *
     * @param places {@code [n][dim]}
     * @param values {@code [n]}, overwritten
     * @param gradients {@code [n][dim]}, overwritten: change of the value per unit of the map
     */
    void evaluate(float[][] places, double[] values, double[][] gradients);
}
