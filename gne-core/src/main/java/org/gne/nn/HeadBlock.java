package org.gne.nn;

/**
 * Some rows and columns on their way from logits to gradients.
 *
 * @param rows how many
 * @param first column of the row that comes first; a block lies within one stretch, and holds all of a joint one
 * @param columns how many
 * @param z logits: element {@code [i,j]} at {@code z0 + i * zRow + j}
 * @param target known values: element {@code [i,j]} at {@code t0 + i * tRow + j}
 * @param exposure what the means of counts are multiplied by, row i's at {@code e0 + i}; empty where no head asks for it
 */
record HeadBlock(
        int rows,
        int first,
        int columns,
        float[] z,
        int z0,
        int zRow,
        float[] target,
        int t0,
        int tRow,
        float[] exposure,
        int e0) {

    /** Where a row's logits begin. */
    int z(int row) {
        return z0 + row * zRow;
    }

    /** Where a row's values begin. */
    int t(int row) {
        return t0 + row * tRow;
    }

    /** The same of one row and some of its columns. */
    HeadBlock part(int row, int from, int count) {
        return new HeadBlock(
                1, first + from, count, z, z(row) + from, zRow, target, t(row) + from, tRow, exposure, e0 + row);
    }
}
