package org.gne.data;

import java.util.Arrays;

/**
 * A stretch of an axis of the map.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record MapRange(double low, double high) {

    private static final double OUTSIDE = 0.001;

    private static final int MOST_CELLS = 1024;

    /** Where the rows lie along an axis: all but the outermost 0.1 % at either end. */
    public static MapRange of(Embedding embedding, int axis) {
        float[] values = new float[embedding.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = embedding.get(i, axis);
        }
        Arrays.sort(values);
        int last = values.length - 1;
        return new MapRange(values[(int) (OUTSIDE * last)], values[(int) Math.ceil((1 - OUTSIDE) * last)]);
    }

    /**
     * The centres of n x n cells over a 2-D map, row by row from the top left, where the first axis is lowest and the
     * second highest.
     *
     * @param n 1 to 1024
     * @return {@code [n * n][2]}
     * @throws IllegalArgumentException if the map has not 2 dimensions
     */
    public static float[][] gridPlaces(Embedding embedding, int n) {
        if (embedding.dim() != 2) {
            throw new IllegalArgumentException("a grid needs a map of 2 dimensions, this one has " + embedding.dim());
        }
        if (n < 1 || n > MOST_CELLS) {
            throw new IllegalArgumentException("grid: found " + n + ", expected 1 to " + MOST_CELLS);
        }
        MapRange x = of(embedding, 0);
        MapRange y = of(embedding, 1);
        float[][] places = new float[n * n][];
        for (int i = 0; i < n * n; i++) {
            places[i] = new float[] {(float) x.centre(i % n, n), (float) y.centre(n - 1 - i / n, n)};
        }
        return places;
    }

    /** The centre of cell i of n equal cells. */
    public double centre(int i, int n) {
        return low + (high - low) * (i + 0.5) / n;
    }
}
