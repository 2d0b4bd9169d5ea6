package org.gne.spark;

import org.jspecify.annotations.Nullable;

/**
 * The values of a row of a data frame.
 *
 * @param columns the columns of the values, ascending, if only values other than 0 are stored; null if every column has a value
 * @param values the values, NaN where one is missing
 * @param problem what is wrong with the row: place, found and expected; null if nothing is
 */
record RowValues(
        int @Nullable [] columns, float[] values, @Nullable String problem) {

    private static final float[] NONE = {};

    static RowValues dense(float[] values) {
        return new RowValues(null, values, null);
    }

    static RowValues wrong(String problem) {
        return new RowValues(null, NONE, problem);
    }
}
