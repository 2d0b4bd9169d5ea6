package org.gne.search;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.kernel.CounterRandom;

/**
 * Points on a regular grid over the central 99.9 % of a map.
 *
 * @param places {@code [count, dim]}
 * @param dim the number of coordinates of a point
 * @param sides the number of points along each axis, the first axis running fastest; empty if they are not a grid
 * @hidden internal
 */
public record MapGrid(float[] places, int dim, int[] sides) {

    /** Points that are not a grid. */
    public MapGrid(float[] places, int dim) {
        this(places, dim, new int[0]);
    }

    private static final double OUTSIDE = 0.0005;

    /** At most this many rows are used to find the bounds, enough for their 0.05 % quantiles. */
    private static final int MOST_ROWS = 100_000;

    /** The number of points. */
    public int count() {
        return places.length / dim;
    }

    /**
     * A grid of about {@code cells} cells with one point in each cell, at the same random offset in all cells. Each
     * search has another offset, so that rows do not gather on the same lines.
     */
    static MapGrid jittered(Embedding embedding, int cells, CounterRandom random) {
        return of(embedding, cells, random::uniform);
    }

    private static MapGrid of(Embedding embedding, int cells, IntToDoubleFunction spots) {
        int dim = embedding.dim();
        int side = Math.max(2, (int) Math.round(Math.pow(cells, 1.0 / dim)));
        int count = (int) Math.pow(side, dim);
        float[] places = new float[count * dim];
        for (int axis = 0; axis < dim; axis++) {
            MapRange range = MapRange.central(embedding, axis, OUTSIDE, MOST_ROWS);
            double cell = range.length() / side;
            double spot = spots.applyAsDouble(axis);
            int stride = (int) Math.pow(side, axis);
            for (int i = 0; i < count; i++) {
                places[i * dim + axis] = (float) (range.low() + (i / stride % side + spot) * cell);
            }
        }
        int[] sides = new int[dim];
        Arrays.fill(sides, side);
        return new MapGrid(places, dim, sides);
    }

    /** The index of the grid point that is nearest to a point. */
    int nearest(float[] point, int p0) {
        int cell = 0;
        int stride = 1;
        for (int axis = 0; axis < dim; axis++) {
            int last = sides[axis] - 1;
            double low = places[axis];
            double spacing = (places[last * stride * dim + axis] - low) / last;
            long position = spacing > 0 ? Math.round((point[p0 + axis] - low) / spacing) : 0;
            cell += stride * (int) Math.max(0, Math.min(last, position));
            stride *= sides[axis];
        }
        return cell;
    }

    /**
     * A random point in the cell around a point of the grid, so that rows which are moved to the same cell do not lie
     * on one another.
     *
     * @param spread the share of the cell, 0 to 1
     * @param to {@code [dim]}, overwritten
     */
    void scatter(int cell, float spread, CounterRandom random, int row, float[] to) {
        int stride = 1;
        for (int axis = 0; axis < dim; axis++) {
            int last = sides[axis] - 1;
            float spacing = (places[last * stride * dim + axis] - places[axis]) / last;
            float offset = (float) random.uniform((long) row * dim + axis) - 0.5f;
            to[axis] = places[cell * dim + axis] + spread * offset * spacing;
            stride *= sides[axis];
        }
    }

    /** A grid of about {@code cells} cells with one point at the centre of each cell. */
    public static MapGrid centred(Embedding embedding, int cells) {
        return of(embedding, cells, axis -> 0.5);
    }
}
