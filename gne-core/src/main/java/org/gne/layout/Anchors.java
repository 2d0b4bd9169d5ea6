package org.gne.layout;

import org.gne.data.Embedding;

/**
 * Springs that hold the first rows of a map at given places: a cost of {@code pull * |z - place|^2} for each of them, in the unit of
 * the mean loss of a column.
 *
 * @param places {@code [rows, dim]}: the places of the first rows
 * @param pull at least 0
 * @hidden internal
 */
public record Anchors(Embedding places, float pull) implements Springs {

    /**
     * Springs whose weight means the same for all data and all maps.
     *
     * @param weight the cost of a row that is one deviation of the map away, in variances of the data
     * @param variance the variance of the data, averaged over the columns
     */
    public static Anchors of(Embedding places, double weight, double variance) {
        double square = 0;
        float[] values = places.values();
        int dim = places.dim();
        double[] mean = new double[dim];
        for (int i = 0; i < values.length; i++) {
            mean[i % dim] += values[i] / (double) places.size();
        }
        for (int i = 0; i < values.length; i++) {
            double d = values[i] - mean[i % dim];
            square += d * d;
        }
        double deviations = square / values.length;
        return new Anchors(places, deviations > 0 ? (float) (weight * variance / deviations) : 0);
    }

    /** Whether a row is held. */
    public boolean holds(int row) {
        return row < places.size();
    }

    @Override
    public float cost(int row, float[] place, int p0, int columns) {
        if (!holds(row)) {
            return 0;
        }
        int dim = places.dim();
        float sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            float d = place[p0 + axis] - places.values()[row * dim + axis];
            sum = Math.fma(d, d, sum);
        }
        return pull * columns * sum;
    }

    @Override
    public void addTo(float[] gradient, int row, float[] map, float scale) {
        if (!holds(row)) {
            return;
        }
        int dim = places.dim();
        float factor = 2 * pull * scale;
        for (int at = row * dim; at < (row + 1) * dim; at++) {
            gradient[at] = Math.fma(factor, map[at] - places.values()[at], gradient[at]);
        }
    }
}
