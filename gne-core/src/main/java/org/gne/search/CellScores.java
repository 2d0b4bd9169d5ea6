package org.gne.search;

import java.util.Arrays;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/**
 * Compares rows with {@link DecodedCells}. It holds the scratch of one thread.
 *
 * @hidden internal
 */
public final class CellScores {

    /** The number of cells that rows with missing values are compared with at once. */
    private static final int BLOCK = 128;

    private static final float[] NOT_YET = {};

    private final Kernel kernel = Kernels.active();
    private final DecodedCells cells;
    private final int capacity;
    private final int count;
    private final int depth;
    private final int width;
    private final float[] reduced;
    private float[] known = NOT_YET;
    private float[] minus = NOT_YET;
    private float[] halves = NOT_YET;
    private float[] block = NOT_YET;

    /**
     * @param capacity the largest number of rows at a time
     */
    public CellScores(DecodedCells cells, int capacity) {
        this.cells = cells;
        this.capacity = capacity;
        count = cells.grid().count();
        depth = cells.components().count();
        width = cells.components().mean().length;
        reduced = new float[capacity * depth];
    }

    /**
     * Half the squared distances of complete rows to all cells, without the part that is the same for all cells.
     *
     * @param rows {@code [n, width]}, converted for the comparison by distance
     * @param scores {@code [n, count]}, overwritten
     */
    public void score(int n, float[] rows, float[] scores) {
        cells.components().project(n, rows, reduced);
        for (int i = 0; i < n * depth; i++) {
            reduced[i] = -reduced[i];
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(cells.halfSquares(), 0, scores, i * count, count);
        }
        kernel.multiplyAdd(n, count, depth, reduced, 0, depth, 1, cells.reduced(), 0, count, scores, 0, count);
    }

    /**
     * The same for rows with missing values, over their known columns: {@code sum over the known of g^2 / 2 - x g}.
     *
     * @param rows {@code [.., width]}, converted for the comparison by distance, n of them from row {@code from} on;
     *     NaN for a missing value
     * @param scores {@code [.., count]}, overwritten from row {@code from} on
     */
    public void scoreKnown(int from, int n, float[] rows, float[] scores) {
        if (known.length == 0) {
            known = new float[width * capacity];
            minus = new float[width * capacity];
            halves = new float[BLOCK * width];
            block = new float[BLOCK * capacity];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < width; j++) {
                float x = rows[(from + i) * width + j];
                known[j * n + i] = Float.isNaN(x) ? 0 : 1;
                minus[j * n + i] = Float.isNaN(x) ? 0 : -x;
            }
        }
        float[] represented = cells.represented();
        for (int cell = 0; cell < count; cell += BLOCK) {
            int some = Math.min(BLOCK, count - cell);
            for (int i = 0; i < some * width; i++) {
                float g = represented[cell * width + i];
                halves[i] = g * g / 2;
            }
            Arrays.fill(block, 0, BLOCK * n, 0);
            kernel.multiplyAdd(some, n, width, halves, 0, width, 1, known, 0, n, block, 0, n);
            kernel.multiplyAdd(some, n, width, represented, cell * width, width, 1, minus, 0, n, block, 0, n);
            for (int i = 0; i < n; i++) {
                for (int c = 0; c < some; c++) {
                    scores[(from + i) * count + cell + c] = block[c * n + i];
                }
            }
        }
    }
}
