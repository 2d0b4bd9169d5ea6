package org.gne.search;

import org.gne.kernel.Parallel;
import org.jspecify.annotations.Nullable;

/** The order that a search takes the rows in: those whose neighbours are in the same part of the map one after another. */
final class SearchOrder {

    private SearchOrder() {}

    /**
     * Rows are put in order among so many that follow each other in the data: enough for tiles that are small on the map,
     * and where the data are in a file what is read stays close together.
     */
    private static final int RUN = 1 << 14;

    /**
     * Puts rows in order: along the lines of a grid, to and fro, so that the end of one is beside the beginning of the next.
     *
     * @param rows those from {@code from} to {@code to - 1} are sorted
     * @param centres where their neighbours are, or null to leave them as they are
     */
    static void sort(int[] rows, int from, int to, MapGrid grid, @Nullable NeighborCentres centres, Parallel parallel) {
        if (centres != null) {
            parallel.run((to - from + RUN - 1) / RUN, (run, worker) -> {
                int first = from + run * RUN;
                sort(rows, first, Math.min(to, first + RUN), grid, centres);
            });
        }
    }

    /** By counting; rows of a cell stay in order. */
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
