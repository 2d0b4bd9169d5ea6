package org.gne.place;

import org.gne.kernel.KSmallest;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** The lowest of some cells' scores, of a grid those only that are no higher than the cells beside them. */
final class CellMinima {

    private final Kernel kernel = Kernels.active();
    private final int[] sides;
    private final int count;
    private final KSmallest lowest;

    /**
     * @param sides cells along each axis, the first axis running fastest; empty where the cells are no grid
     * @param most how many are sought
     */
    CellMinima(int[] sides, int count, int most) {
        this.sides = sides;
        this.count = count;
        lowest = new KSmallest(most);
    }

    /**
     * Finds them.
     *
     * @return how many there are; {@link #cell} names them, lowest first
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

    /** The i-th lowest. */
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
