package org.gne.neighbor;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;

/**
 * Compares queries only with the points of near cells (an inverted file, Sivic and Zisserman 2003, with cells by
 * k-means on a sample): the work grows with n to the power of 3/2, not 2. The result is approximate, but does not
 * depend on the number of threads.
 */
final class CellSearch implements NeighborSearch {

    /**
     * The number of cells, relative to the square root of the number of points, at which assigning and comparing take
     * about the same work.
     */
    private static final double CELLS = 2;

    /** The number of cells that a query is compared with. */
    private static final int PROBES = 32;

    /** The number of points per cell in the sample for k-means. */
    private static final int SAMPLE = 48;

    private static final int ROUNDS = 6;

    private final PointCells cells;
    /** {@code [cells, probes]}: the nearest cells of each cell, including itself. */
    private final NeighborGraph probes;

    CellSearch(Embedding points, long seed, Parallel parallel) {
        int n = points.size();
        int count = (int) Math.min(n, Math.ceil(CELLS * Math.sqrt(n)));
        cells = new PointCells(points, count, SAMPLE, ROUNDS, CounterRandom.of(seed, "neighbour cells"), parallel);
        probes = cells.nearCells(Math.min(PROBES, count), parallel);
    }

    @Override
    public NeighborGraph nearest(Embedding queries, int k, Parallel parallel) {
        return cells.nearest(queries, k, parallel, () -> this::compare);
    }

    @Override
    public NeighborGraph graph(int k, Parallel parallel) {
        return cells.graph(k, parallel, () -> this::compare);
    }

    private void compare(Queries queries, int cell) {
        int[] near = Arrays.copyOfRange(probes.neighbors(), cell * probes.k(), (cell + 1) * probes.k());
        for (int each : near) {
            queries.compare(cells.block(each));
        }
        if (!queries.haveEnough()) {
            // If the cells hold too few points, compare with all other cells.
            Arrays.sort(near);
            for (int each = 0; each < cells.count(); each++) {
                if (Arrays.binarySearch(near, each) < 0) {
                    queries.compare(cells.block(each));
                }
            }
        }
    }
}
