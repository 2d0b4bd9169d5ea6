package org.gne.search;

import java.util.Arrays;

/**
 * The cells of a search, prepared for the comparison with many rows. They are in groups of cells that lie close
 * together on the map, so that whole groups can be skipped if they are too far away. The cost of a cell for a row is
 * {@code |x - g|^2 + w |z - c|^2}: x is the row and g the cell's sample, both on principal components; z are the cell's
 * coordinates, c the centre of the row's neighbours, and w their weight. Half of the part that differs between cells is
 * {@code (|g|^2 + w |z|^2) / 2 - x.g - w c.z}: a number per cell, and a product of {@code [-x, -w c]} with {@code [g,
 * z]}.
 */
final class CellGroups {

    /** The number of cells of a group. */
    static final int SIZE = 32;

    /** The number of cells along each axis of a group, by the dimension of the map. */
    private static final int[][] SHAPES = {{SIZE}, {8, 4}, {4, 4, 2}};

    private final MapGrid grid;
    private final int dim;
    private final int depth;
    private final int count;
    /** The cell at each position in the groups, or -1 if the group is not full. */
    private final int[] cells;
    /** The position of each cell in the groups. */
    private final int[] at;

    private final float[] columns;
    private final float[] half;
    private final float[] low;
    private final float[] high;

    /**
     * @param decoded the cells
     * @param weight the weight of the distance on the map, 0 to ignore it
     */
    CellGroups(DecodedCells decoded, float weight) {
        grid = decoded.grid();
        dim = grid.dim();
        int components = decoded.components().count();
        depth = components + dim;
        int[] shape = SHAPES[dim - 1];
        int groups = 1;
        for (int axis = 0; axis < dim; axis++) {
            groups *= along(axis, shape);
        }
        count = groups;
        cells = new int[count * SIZE];
        Arrays.fill(cells, -1);
        at = new int[grid.count()];
        columns = new float[Math.multiplyExact(count * SIZE, depth)];
        half = new float[count * SIZE];
        Arrays.fill(half, Float.POSITIVE_INFINITY);
        low = new float[count * dim];
        high = new float[count * dim];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        int[] filled = new int[count];
        for (int cell = 0; cell < grid.count(); cell++) {
            int group = group(cell, shape);
            int slot = filled[group]++;
            cells[group * SIZE + slot] = cell;
            at[cell] = group * SIZE + slot;
            int column = group * SIZE * depth + slot;
            for (int k = 0; k < components; k++) {
                columns[column + k * SIZE] = decoded.reduced()[k * grid.count() + cell];
            }
            float square = 0;
            for (int axis = 0; axis < dim; axis++) {
                float value = grid.places()[cell * dim + axis];
                columns[column + (components + axis) * SIZE] = value;
                square = Math.fma(value, value, square);
                low[group * dim + axis] = Math.min(low[group * dim + axis], value);
                high[group * dim + axis] = Math.max(high[group * dim + axis], value);
            }
            half[group * SIZE + slot] = Math.fma(weight / 2, square, decoded.halfSquares()[cell]);
        }
    }

    private int along(int axis, int[] shape) {
        return (grid.sides()[axis] + shape[axis] - 1) / shape[axis];
    }

    private int group(int cell, int[] shape) {
        int group = 0;
        int stride = 1;
        int rest = cell;
        for (int axis = 0; axis < dim; axis++) {
            group += rest % grid.sides()[axis] / shape[axis] * stride;
            rest /= grid.sides()[axis];
            stride *= along(axis, shape);
        }
        return group;
    }

    /** The number of values of a cell in the product: components, then dimensions of the map. */
    int depth() {
        return depth;
    }

    /** The number of groups. */
    int count() {
        return count;
    }

    /** The cell in a slot of a group. */
    int cell(int group, int slot) {
        return cells[group * SIZE + slot];
    }

    /** The cells of a group side by side: element {@code [k, slot]} at {@code group * SIZE * depth + k * SIZE + slot}. */
    float[] columns() {
        return columns;
    }

    /** {@code [count, SIZE]}: the number per cell, infinite if there is no cell. */
    float[] half() {
        return half;
    }

    /** Half the cost of a cell for a row, without the part that is the same for all cells. */
    float score(int cell, float[] row, int r0) {
        int column = at[cell] / SIZE * SIZE * depth + at[cell] % SIZE;
        float sum = half[at[cell]];
        for (int k = 0; k < depth; k++) {
            sum = Math.fma(row[r0 + k], columns[column + k * SIZE], sum);
        }
        return sum;
    }

    /** The squared distance on the map between a group and a box, 0 if they overlap. */
    double squaredDistance(int group, float[] boxLow, float[] boxHigh) {
        double sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            double before = (double) low[group * dim + axis] - boxHigh[axis];
            double behind = (double) boxLow[axis] - high[group * dim + axis];
            double apart = Math.max(0, Math.max(before, behind));
            sum += apart * apart;
        }
        return sum;
    }
}
