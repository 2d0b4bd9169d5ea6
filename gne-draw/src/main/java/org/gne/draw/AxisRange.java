package org.gne.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gne.data.MapRange;

/**
 * The range of an axis.
 *
 * @param low the smallest coordinate
 * @param high the largest coordinate, above {@code low}
 */
record AxisRange(double low, double high) {

    /**
     * A coordinate with a label on the axis. The label always has a decimal point, because people type it into
     * commands.
     */
    record Tick(double coordinate, String text) {}

    /** The extent of a map along an axis, by {@link #widened}. */
    static AxisRange of(MapRange extent) {
        return widened(extent.low(), extent.high());
    }

    /** From the least coordinate to the largest; one less and one more where they are the same. */
    static AxisRange widened(double low, double high) {
        // A smaller range is rounding of floats, and cannot be labelled.
        double least = 1e-4 * Math.max(Math.abs(low), Math.abs(high));
        double reach = high - low > least ? (high - low) / 2 : Math.max(1, least);
        double middle = (low + high) / 2;
        return new AxisRange(middle - reach, middle + reach);
    }

    double length() {
        return high - low;
    }

    /** A range with the same middle and another length. */
    AxisRange around(double length) {
        double middle = (low + high) / 2;
        return new AxisRange(middle - length / 2, middle + length / 2);
    }

    /** Round coordinates within the range: multiples of 1, 2 or 5 times a power of ten, {@code most} or a few less. */
    List<Tick> ticks(int most) {
        List<Tick> ticks = new ArrayList<>();
        if (most < 1) {
            return ticks;
        }
        int power = (int) Math.floor(Math.log10(length() / most));
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(power);
        double smallest = length() / most / unit.doubleValue();
        int multiple = smallest <= 1 ? 1 : smallest <= 2 ? 2 : smallest <= 5 ? 5 : 10;
        BigDecimal step = unit.multiply(BigDecimal.valueOf(multiple)).stripTrailingZeros();
        long first = (long) Math.ceil(low / step.doubleValue());
        long last = (long) Math.floor(high / step.doubleValue());
        for (long i = first; i <= last; i++) {
            BigDecimal coordinate = step.multiply(BigDecimal.valueOf(i));
            boolean isPlain = power > -5 && power < 5;
            String text = isPlain ? coordinate.toPlainString() : String.format(Locale.ROOT, "%.4g", coordinate);
            ticks.add(new Tick(coordinate.doubleValue(), text));
        }
        return ticks;
    }
}
