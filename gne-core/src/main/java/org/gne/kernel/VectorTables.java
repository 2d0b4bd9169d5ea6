package org.gne.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weighted sums of the rows of a table whose rows have 8 floats, the usual width: one vector of 256 bits, or two of 128.
 * Parameters are those of {@link Kernel#gather} and {@link Kernel#scatterAdd}.
 */
final class VectorTables {

    private VectorTables() {}

    /** The number of floats of a row of the table. */
    static final int WIDTH = 8;

    private static final VectorSpecies<Float> S =
            VectorTiles.L >= WIDTH ? FloatVector.SPECIES_256 : FloatVector.SPECIES_128;

    private static final int L = S.length();

    static void gather(int rows, int terms, int[] at, float[] w, float[] table, float[] y, int y0, int yRow) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < WIDTH; j += L) {
                sum(i * terms, terms, at, w, table, j).intoArray(y, y0 + i * yRow + j);
            }
        }
    }

    private static FloatVector sum(int from, int terms, int[] at, float[] w, float[] table, int j) {
        FloatVector sum = FloatVector.zero(S);
        for (int t = from; t < from + terms; t++) {
            sum = FloatVector.fromArray(S, table, at[t] + j).fma(FloatVector.broadcast(S, w[t]), sum);
        }
        return sum;
    }

    static void scatterAdd(int rows, int terms, int[] at, float[] w, float[] x, int x0, int xRow, float[] table) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < WIDTH; j += L) {
                add(i * terms, terms, at, w, FloatVector.fromArray(S, x, x0 + i * xRow + j), table, j);
            }
        }
    }

    private static void add(int from, int terms, int[] at, float[] w, FloatVector value, float[] table, int j) {
        for (int t = from; t < from + terms; t++) {
            int to = at[t] + j;
            value.fma(FloatVector.broadcast(S, w[t]), FloatVector.fromArray(S, table, to))
                    .intoArray(table, to);
        }
    }
}
