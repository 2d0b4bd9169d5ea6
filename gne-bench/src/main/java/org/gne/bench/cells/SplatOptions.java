package org.gne.bench.cells;

import java.util.Arrays;

/**
 * What {@link Splat} simulates.
 *
 * @param cells the number of cells
 * @param genes the number of genes
 * @param shares the share of each group, or of each piece of a path, among the cells
 * @param origins of paths: the piece at whose end each piece begins, -1 for the start of all; empty for groups
 * @param batches the number of batches, all of the same size
 * @param seed the seed of all random numbers
 */
record SplatOptions(int cells, int genes, double[] shares, int[] origins, int batches, long seed) {

    /** 20 groups; each has three quarters of the cells of the one before, so that the last has one in a thousand. */
    static SplatOptions groups(int cells, int genes, int batches, long seed) {
        double[] shares = new double[20];
        Arrays.setAll(shares, i -> Math.pow(0.75, i));
        return new SplatOptions(cells, genes, shares, new int[0], batches, seed);
    }

    /** A path that divides into two, one of which divides again. */
    static SplatOptions path(int cells, int genes, long seed) {
        double[] shares = {1, 1, 1, 1, 1};
        return new SplatOptions(cells, genes, shares, new int[] {-1, 0, 0, 2, 2}, 1, seed);
    }

    boolean paths() {
        return origins.length > 0;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
