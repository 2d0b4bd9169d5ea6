package org.gne.nn;

/**
 * A block of rows and columns whose logits are replaced by gradients.
 *
 * @param rows the number of rows
 * @param first the first column of the block, as a column of the row; a block lies within one stretch, and contains all
 *     of a joint one
 * @param columns the number of columns
 * @param z logits: element {@code [i,j]} at {@code z0 + i * zRow + j}
 * @param target known values: element {@code [i,j]} at {@code t0 + i * tRow + j}
 * @param exposure the factor of the means of counts, for row i at {@code e0 + i}; empty if no head needs it
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

    /** The index of a row's first logit. */
    int z(int row) {
        return z0 + row * zRow;
    }

    /** The index of a row's first value. */
    int t(int row) {
        return t0 + row * tRow;
    }

    /** The part of the block with one row and some of its columns. */
    HeadBlock part(int row, int from, int count) {
        return new HeadBlock(
                1, first + from, count, z, z(row) + from, zRow, target, t(row) + from, tRow, exposure, e0 + row);
    }
}
