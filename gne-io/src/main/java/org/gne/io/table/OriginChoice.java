package org.gne.io.table;

import java.util.Arrays;
import org.gne.data.Column;

/**
 * Chooses the origin and the unit in which the numbers of a column are stored. A float has about seven digits, but times in
 * milliseconds, for example, share their first eight digits. Most columns need no origin and no unit.
 */
final class OriginChoice {

    /** The largest distance between two floats, as a share of the spread. */
    private static final double COARSE = 1e-3;

    private static final double SMALL = 1e-30;

    private static final double LARGE = 1e30;

    /** Up to this, every whole number is exact in a float. */
    private static final double WHOLE = 1 << 24;

    private OriginChoice() {}

    /**
     * A column with its origin and unit.
     *
     * @param sorted a sample of its values, ascending
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
        // Times stay exact to about a second.
        boolean time = column.kind() == Column.Kind.TIME && Math.abs(middle) > WHOLE;
        double origin = (spread.width() > 0 && coarse) || time ? spread.median() : 0;
        return column.keptFrom(origin, unit);
    }

    /** The power of ten in which values of this spread are ordinary floats. */
    private static double unit(double width) {
        boolean ordinary = !(width > 0) || (width >= SMALL && width <= LARGE);
        return ordinary ? 1 : Math.pow(10, Math.floor(Math.log10(width)));
    }
}
