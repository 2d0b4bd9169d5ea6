package org.gne.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.kernel.CounterRandom;

/**
 * Learnt features on grids over the map, from coarse to fine, as in instant-NGP (Mueller et al. 2022), but dense instead
 * of hashed, and interpolated by quadratic B-splines, so that samples and their derivatives vary continuously and no
 * lattice is seen.
 *
 * <p>A grid of n cells along each axis has n + 2 nodes along it. Its features at a point are the sum over the 3 nodes
 * around the point along each axis, weighted by {@code (1 - t)^2 / 2, 1/2 + t - t^2, t^2 / 2} with t the position in the
 * cell, 0 to 1. Coordinates reach their position in the box of the grids by a function that is linear over the map and
 * approaches the border of the box smoothly outside of it.
 *
 * @param in the number of coordinates, 1 to 3
 * @param cells the number of cells along an axis of each grid
 * @param channels the number of features of a node
 * @hidden internal
 * @serial exclude
 */
public record GridEncoding(int in, List<Integer> cells, int channels) implements Encoding {

    static final int MOST_DIMENSIONS = 3;

    /** The usual number of features of a node: a vector of 256 bits. */
    public static final int CHANNELS = 8;

    /** The initial features are uniform between minus this and this: small, so that the coordinates alone count first. */
    private static final double START = 0.01;

    /** Maps grow a little in training, so the initial map fills only the middle of the box. */
    private static final double GROWTH = 1.2;

    /** The share of the box on each side in which positions are squashed. */
    public static final float MARGIN = 0.0625f;

    private static final int ROWS_PER_NODE = 16;

    /** Features of nodes move this many times faster than weights: most steps do not visit a node. */
    private static final float RATE = 4;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a number is out of its range, or the grids have 2^30 parameters or more
     */
    public GridEncoding {
        if (in < 1 || in > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("grids over " + in + " dimensions, expected 1 to " + MOST_DIMENSIONS);
        }
        if (channels < 1 || cells.stream().anyMatch(side -> side < 1 || side > 1 << 14)) {
            throw new IllegalArgumentException("grids of " + cells + " cells and " + channels
                    + " channels, expected 1 to 16,384 cells and at least 1 channel");
        }
        cells = List.copyOf(cells);
        double total = 2.0 * in;
        for (int side : cells) {
            total += Math.pow(side + 2, in) * channels;
        }
        if (total > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("grids of " + cells + " cells have " + total + " parameters, too many");
        }
    }

    /** Grids whose resolution suits a number of rows. */
    public static GridEncoding forRows(int in, int rows) {
        int finest = rows < 50 ? 16 : rows < 5_000 ? 64 : rows < 300_000 ? 128 : 256;
        List<Integer> cells = new ArrayList<>();
        switch (in) {
            case 1 -> doubling(16, 8 * finest, cells);
            case 2 -> doubling(8, finest, cells);
            default -> doubling(4, finest / 4, cells);
        }
        return new GridEncoding(in, cells, CHANNELS);
    }

    /**
     * Grids for rows of many counts: the finest has a node for {@value #ROWS_PER_NODE} rows, so that what it learns at a node is a
     * mean of rows, not chance.
     */
    public static GridEncoding forCounts(int in, int rows) {
        int finest = 8;
        while (finest < 256 && 4L * finest * finest * ROWS_PER_NODE <= rows) {
            finest *= 2;
        }
        List<Integer> cells = new ArrayList<>();
        if (in == MOST_DIMENSIONS) {
            doubling(4, Math.max(4, finest / 4), cells);
        } else {
            doubling(8, finest, cells);
        }
        return new GridEncoding(in, cells, CHANNELS);
    }

    private static void doubling(int first, int last, List<Integer> cells) {
        for (int side = first; side <= last; side *= 2) {
            cells.add(side);
        }
    }

    @Override
    public String key() {
        return "grids";
    }

    @Override
    public int features() {
        return cells.size() * channels;
    }

    @Override
    public float rate() {
        return RATE;
    }

    @Override
    public int parameters() {
        return from(cells.size());
    }

    /** The first parameter of a grid; before the first grid is the box. */
    int from(int grid) {
        int at = 2 * in;
        for (int i = 0; i < grid; i++) {
            at += nodes(cells.get(i)) * channels;
        }
        return at;
    }

    private int nodes(int side) {
        int nodes = 1;
        for (int axis = 0; axis < in; axis++) {
            nodes *= side + 2;
        }
        return nodes;
    }

    /** The box: the low ends and the lengths along the axes; then the grids, the first axis running fastest. */
    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("box", 0, 2, in));
        for (int i = 0; i < cells.size(); i++) {
            int[] sizes = new int[in + 1];
            Arrays.fill(sizes, cells.get(i) + 2);
            sizes[in] = channels;
            parts.add(new Part("grid" + i, from(i), sizes));
        }
        return parts;
    }

    @Override
    public void initialise(float[] parameters, CounterRandom random) {
        for (int axis = 0; axis < in; axis++) {
            box(parameters, axis, -3, 3);
        }
        CounterRandom features = random.at(1);
        for (int i = 2 * in; i < parameters(); i++) {
            parameters[i] = (float) (START * (2 * features.uniform(i) - 1));
        }
    }

    @Override
    public void cover(Embedding map, float[] parameters) {
        for (int axis = 0; axis < in; axis++) {
            MapRange range = MapRange.whole(map, axis);
            box(parameters, axis, range.low(), range.high());
        }
    }

    /** Sets the box so that a range may grow within its margins. A range of one point gets a length of 1. */
    private void box(float[] parameters, int axis, double low, double high) {
        double length = high - low;
        double whole = GROWTH * (length > 1e-6 * Math.max(1, Math.abs(low)) ? length : 1) / (1 - 2 * MARGIN);
        parameters[axis] = (float) ((low + high - whole) / 2);
        parameters[in + axis] = (float) whole;
    }

    /** Moves the box along the axes on which rows have reached its margins. */
    @Override
    public boolean follow(Embedding map, AdamState state) {
        float[] parameters = state.parameters();
        boolean moved = false;
        for (int axis = 0; axis < in; axis++) {
            MapRange range = MapRange.whole(map, axis);
            GridBox before = new GridBox(parameters[axis], parameters[in + axis]);
            if (!before.holds(range)) {
                box(parameters, axis, range.low(), range.high());
                GridBox after = new GridBox(parameters[axis], parameters[in + axis]);
                new GridResampling(this, axis, before, after).apply(state);
                moved = true;
            }
        }
        return moved;
    }

    @Override
    public void shift(float[] parameters, float[] by) {
        for (int axis = 0; axis < in; axis++) {
            parameters[axis] -= by[axis];
        }
    }

    @Override
    public Pass pass(int capacity) {
        return new GridPass(this, capacity);
    }
}
