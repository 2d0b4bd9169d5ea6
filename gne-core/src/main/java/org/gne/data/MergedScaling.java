package org.gne.data;

import org.jspecify.annotations.Nullable;

/**
 * The scaling of a map whose rows get more columns: the columns that it has keep their scaling, so that the decoder goes on, and new
 * columns are scaled as in a new map.
 *
 * @hidden internal
 */
public final class MergedScaling {

    private MergedScaling() {}

    /**
     * Merges two scalings.
     *
     * @param old the scaling of the map
     * @param fresh the scaling that a new map of all rows would have
     * @param fromOld {@code [width]}: the index of each value in a row of the map, or -1 for a new one
     * @param survey the survey of all rows: samples may have values of their whole range
     */
    public static Scaling of(Scaling old, Scaling fresh, int[] fromOld, Survey survey) {
        int width = fromOld.length;
        Tails tails = old.tails();
        if (old.isUniform() && tails == null && (fresh.isUniform() || isWhole(fromOld))) {
            return old;
        }
        float[] offset = new float[width];
        float[] factor = new float[width];
        for (int j = 0; j < width; j++) {
            Scaling source = fromOld[j] < 0 ? fresh : old;
            int at = source.isUniform() ? 0 : fromOld[j] < 0 ? j : fromOld[j];
            offset[j] = source.offset()[at];
            factor[j] = source.factor()[at];
        }
        return new Scaling(
                old.kind(), offset, factor, tails == null ? null : tails(tails, fresh.tails(), fromOld, survey));
    }

    private static boolean isWhole(int[] fromOld) {
        for (int j = 0; j < fromOld.length; j++) {
            if (fromOld[j] != j) {
                return false;
            }
        }
        return true;
    }

    private static Tails tails(Tails old, @Nullable Tails fresh, int[] fromOld, Survey survey) {
        int width = fromOld.length;
        float[] shift = new float[width];
        float[] low = new float[width];
        float[] high = new float[width];
        for (int j = 0; j < width; j++) {
            int source = fromOld[j];
            low[j] = survey.low(j);
            high[j] = survey.high(j);
            shift[j] = Float.NaN;
            if (source >= 0) {
                shift[j] = old.shift()[source];
                high[j] = Math.max(high[j], old.high()[source]);
                // The lowest value of a logarithm is where it begins.
                low[j] = old.logarithmic(source) ? old.low()[source] : Math.min(low[j], old.low()[source]);
            } else if (fresh != null) {
                shift[j] = fresh.shift()[j];
            }
        }
        return new Tails(old.limit(), shift, low, high);
    }
}
