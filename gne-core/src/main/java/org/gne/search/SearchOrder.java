package org.gne.search;

import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a search processes the rows: rows whose neighbours lie in the same part of the map follow each
 * other.
 */
final class SearchOrder {

    private SearchOrder() {}

    /**
     * Rows are sorted in runs of this many consecutive rows: enough for tiles that are small on the map, and if the
     * data is in a file, reads stay close together.
     */
    private static final int RUN = 1 << 14;

    /**
     * Sorts rows along the lines of a grid, alternately in both directions, so that the end of one line is beside the
     * beginning of the next.
     *
     * @param rows rows {@code from} to {@code to - 1} are sorted
     * @param centres the centres of their neighbours, or null to leave the order as it is
     */
    static void sort(int[] rows, int from, int to, MapGrid grid, @Nullable NeighborCentres centres, Parallel parallel) {
        if (centres != null) {
            parallel.run((to - from + RUN - 1) / RUN, (run, worker) -> {
                int first = from + run * RUN;
                sort(rows, first, Math.min(to, first + RUN), grid, centres);
            });
        }
    }

    /** A counting sort; rows of the same cell keep their order. */
    private static void sort(int[] rows, int from, int to, MapGrid grid, NeighborCentres centres) {
        int[] before = new int[to - from];
        System.arraycopy(rows, from, before, 0, before.length);
        int[] keys = new int[before.length];
        int[] next = new int[grid.count() + 1];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = toAndFro(grid, grid.nearest(centres.places(), before[i] * grid.dim()));
            next[keys[i] + 1]++;
        }
        for (int key = 0; key < grid.count(); key++) {
            next[key + 1] += next[key];
        }
        for (int i = 0; i < keys.length; i++) {
            rows[from + next[keys[i]]++] = before[i];
        }
    }

    private static int toAndFro(MapGrid grid, int cell) {
        int side = grid.sides()[0];
        int line = cell / side;
        return line % 2 == 0 ? cell : line * side + side - 1 - cell % side;
    }
}
