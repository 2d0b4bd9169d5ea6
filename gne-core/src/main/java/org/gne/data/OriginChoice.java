package org.gne.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Chooses the origin and the unit in which the numbers of a column are stored. A float has about seven digits, but times in
 * milliseconds, for example, share their first eight digits. Most columns need no origin and no unit.
 *
 * @hidden internal
 */
public final class OriginChoice {

    /** The largest distance between two floats, as a share of the spread, if digits are lost: five digits of the spread stay. */
    private static final double COARSE = 1e-5;

    /** The same for whole numbers, such as times in seconds: a table may hold a year of them. */
    private static final double COARSE_WHOLE = 1e-6;

    /** A float keeps this many decimal digits. */
    private static final MathContext DIGITS = new MathContext(7);

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
    public static Column keep(Column column, double[] sorted) {
        if (sorted.length == 0) {
            return column;
        }
        Spread spread = Spread.of(sorted);
        double unit = unit(spread.width());
        double middle = spread.median() / unit;
        double step = Math.ulp((float) middle);
        boolean whole = Arrays.stream(sorted).allMatch(value -> value == Math.rint(value));
        double most = whole ? COARSE_WHOLE : COARSE;
        boolean coarse = (!Double.isFinite(step) || step > most * spread.width() / unit)
                && !Arrays.stream(sorted).allMatch(value -> isKept(value / unit));
        // Times stay exact to about a second.
        boolean time = column.kind() == Column.Kind.TIME && Math.abs(middle) > WHOLE;
        double origin = (spread.width() > 0 && coarse) || time ? spread.median() : 0;
        return column.keptFrom(origin, unit);
    }

    /** Whether a float keeps a number: it has few digits in binary or in decimal notation. */
    private static boolean isKept(double value) {
        return value == (float) value
                || (Double.isFinite(value) && new BigDecimal(value, DIGITS).doubleValue() == value);
    }

    /** The power of ten in which values of this spread are ordinary floats. */
    private static double unit(double width) {
        boolean ordinary = !(width > 0) || (width >= SMALL && width <= LARGE);
        return ordinary ? 1 : Math.pow(10, Math.floor(Math.log10(width)));
    }
}
