package org.gne.place;

import java.util.Arrays;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** Finds the cells with the lowest scores. On a grid, only cells no higher than the cells around them count. */
final class CellMinima {

    private final Kernel kernel = Kernels.active();
    private final int[] sides;
    private final int count;
    private final float[] lowest;
    private final int[] cells;

    /**
     * @param sides the number of cells along each axis, the first axis running fastest; empty if the cells are not a
     *     grid
     * @param most the largest number of cells to find
     */
    CellMinima(int[] sides, int count, int most) {
        this.sides = sides;
        this.count = count;
        lowest = new float[most];
        cells = new int[most];
    }

    /**
     * Finds the cells.
     *
     * @return the number of cells found; {@link #cell} returns them, lowest first
     */
    int find(float[] scores, int s0) {
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        int found = 0;
        int last = lowest.length - 1;
        int cell = 0;
        while (cell < count) {
            cell += kernel.firstBelow(count - cell, scores, s0 + cell, lowest[last]);
            if (cell < count && isMinimum(scores, s0, cell)) {
                int at = Math.min(found, last);
                found = Math.min(found + 1, lowest.length);
                for (; at > 0 && lowest[at - 1] > scores[s0 + cell]; at--) {
                    lowest[at] = lowest[at - 1];
                    cells[at] = cells[at - 1];
                }
                lowest[at] = scores[s0 + cell];
                cells[at] = cell;
            }
            cell++;
        }
        return found;
    }

    /** The cell with the i-th lowest score. */
    int cell(int i) {
        return cells[i];
    }

    private boolean isMinimum(float[] scores, int s0, int cell) {
        float score = scores[s0 + cell];
        int stride = 1;
        for (int side : sides) {
            int position = cell / stride % side;
            if ((position > 0 && scores[s0 + cell - stride] < score)
                    || (position < side - 1 && scores[s0 + cell + stride] < score)) {
                return false;
            }
            stride *= side;
        }
        return true;
    }
}
