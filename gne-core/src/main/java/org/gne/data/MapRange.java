package org.gne.data;

import java.util.Arrays;

/**
 * A range of an axis of the map.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower
 */
public record MapRange(double low, double high) {

    private static final double OUTSIDE = 0.001;

    private static final int MOST_CELLS = 1024;

    /** The range of the rows along an axis, without the outermost 0.1 % at either end. */
    public static MapRange of(Embedding embedding, int axis) {
        return central(embedding, axis, OUTSIDE, Integer.MAX_VALUE);
    }

    /**
     * The central part of an axis.
     *
     * @param embedding a map with at least one point
     * @param outside the share of the rows beyond either end, 0 to 0.5
     * @param mostRows the largest number of rows that are used; if there are more, they are evenly spread over the rows
     */
    public static MapRange central(Embedding embedding, int axis, double outside, int mostRows) {
        float[] values = new float[Math.min(embedding.size(), mostRows)];
        for (int i = 0; i < values.length; i++) {
            values[i] = embedding.get(EvenRows.row(i, values.length, embedding.size()), axis);
        }
        Arrays.sort(values);
        int last = values.length - 1;
        return new MapRange(values[(int) (outside * last)], values[(int) Math.ceil((1 - outside) * last)]);
    }

    /** The range from the lowest to the highest finite coordinate of an axis; 0 to 0 if there is none. */
    public static MapRange whole(Embedding embedding, int axis) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < embedding.size(); row++) {
            float coordinate = embedding.get(row, axis);
            if (Float.isFinite(coordinate)) {
                low = Math.min(low, coordinate);
                high = Math.max(high, coordinate);
            }
        }
        return low <= high ? new MapRange(low, high) : new MapRange(0, 0);
    }

    /**
     * The centres of n x n cells over a 2-D map, line by line from the top left, where the first coordinate is lowest
     * and the second highest.
     *
     * @param n 1 to 1024
     * @return {@code [n * n][2]}
     * @throws IllegalArgumentException if the map does not have 2 dimensions
     */
    public static float[][] gridPlaces(Embedding embedding, int n) {
        if (embedding.dim() != 2) {
            throw new IllegalArgumentException("a grid needs a map of 2 dimensions, found " + embedding.dim());
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

    /** The length of the range, in map units. */
    public double length() {
        return high - low;
    }

    /** The centre of cell i of n equal cells. */
    public double centre(int i, int n) {
        return low + (high - low) * (i + 0.5) / n;
    }
}
