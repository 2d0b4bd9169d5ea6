package org.gne.place;

import org.gne.kernel.KSmallest;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** Finds the cells with the lowest scores. On a grid, only cells no higher than the cells around them count. */
final class CellMinima {

    private final Kernel kernel = Kernels.active();
    private final int[] sides;
    private final int count;
    private final KSmallest lowest;

    /**
     * @param sides the number of cells along each axis, the first axis running fastest; empty if the cells are not a
     *     grid
     * @param most the largest number of cells to find
     */
    CellMinima(int[] sides, int count, int most) {
        this.sides = sides;
        this.count = count;
        lowest = new KSmallest(most);
    }

    /**
     * Finds the cells.
     *
     * @return the number of cells found; {@link #cell} returns them, lowest first
     */
    int find(float[] scores, int s0) {
        lowest.clear();
        int cell = 0;
        while (cell < count) {
            cell += kernel.firstBelow(count - cell, scores, s0 + cell, lowest.bound());
            if (cell < count && isMinimum(scores, s0, cell)) {
                lowest.add(scores[s0 + cell], cell);
            }
            cell++;
        }
        return lowest.count();
    }

    /** The cell with the i-th lowest score. */
    int cell(int i) {
        return lowest.index(i);
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
