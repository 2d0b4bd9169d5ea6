package org.gne.train;

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
     * Along the lines of the grid, to and fro, so that the end of one is beside the beginning of the next.
     *
     * @param centres where the rows' neighbours are, or null to take the rows as they come
     */
    static int[] of(MapGrid grid, int size, @Nullable NeighborCentres centres, Parallel parallel) {
        int[] order = new int[size];
        parallel.run((size + RUN - 1) / RUN, (run, worker) -> {
            int from = run * RUN;
            int to = Math.min(size, from + RUN);
            if (centres == null) {
                for (int row = from; row < to; row++) {
                    order[row] = row;
                }
            } else {
                sort(grid, centres, from, to, order);
            }
        });
        return order;
    }

    /** By counting; rows of a cell stay in order. */
    private static void sort(MapGrid grid, NeighborCentres centres, int from, int to, int[] order) {
        int[] keys = new int[to - from];
        int[] ends = new int[grid.count() + 1];
        for (int row = from; row < to; row++) {
            int key = toAndFro(grid, grid.nearest(centres.places(), row * grid.dim()));
            keys[row - from] = key;
            ends[key + 1]++;
        }
        for (int key = 0; key < grid.count(); key++) {
            ends[key + 1] += ends[key];
        }
        for (int row = from; row < to; row++) {
            order[from + ends[keys[row - from]]++] = row;
        }
    }

    private static int toAndFro(MapGrid grid, int cell) {
        int side = grid.sides()[0];
        int line = cell / side;
        return line % 2 == 0 ? cell : line * side + side - 1 - cell % side;
    }
}
