package org.gne.io.table;

import java.util.Arrays;
import org.gne.data.Column;

/**
 * From which origin and in which unit the numbers of a column are kept, so that floats of some seven digits hold what
 * differs between rows: times in milliseconds share their first eight digits. Most columns are kept as they are.
 */
final class OriginChoice {

    /** A float's step, as a share of the spread, that is too coarse. */
    private static final double COARSE = 1e-3;

    private static final double SMALL = 1e-30;

    private static final double LARGE = 1e30;

    /** Up to here every whole number is a float of its own. */
    private static final double WHOLE = 1 << 24;

    private OriginChoice() {}

    /**
     * The same column with its origin and unit.
     *
     * @param sorted some of its values in ascending order
     */
    static Column keep(Column column, double[] sorted) {
        if (sorted.length == 0) {
            return column;
        }
        Spread spread = Spread.of(sorted);
        double unit = unit(spread.width());
        double middle = spread.median() / unit;
        double step = Math.ulp((float) middle);
        boolean exact = Arrays.stream(sorted).allMatch(value -> value / unit == (float) (value / unit));
        boolean coarse = !exact && (!Double.isFinite(step) || step > COARSE * spread.width() / unit);
        // Times go back to seconds.
        boolean time = column.kind() == Column.Kind.TIME && Math.abs(middle) > WHOLE;
        double origin = (spread.width() > 0 && coarse) || time ? spread.median() : 0;
        return column.keptFrom(origin, unit);
    }

    /** A power of ten in which values of this spread are ordinary floats. */
    private static double unit(double width) {
        boolean ordinary = !(width > 0) || (width >= SMALL && width <= LARGE);
        return ordinary ? 1 : Math.pow(10, Math.floor(Math.log10(width)));
    }
}
