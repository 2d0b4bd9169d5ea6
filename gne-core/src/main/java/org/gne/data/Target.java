package org.gne.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A label that is a number: a price, an age. It does not influence the map; figures and the page colour rows by it. It is
 * NaN for a row whose number is not known.
 *
 * @param name what it is called
 * @param values one per row, in the units of the source; NaN where it is not known, never infinite
 */
public record Target(String name, double[] values) implements RowLabels {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is infinite; the message names the row
     */
    public Target {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        name + ": row " + i + ": found " + values[i] + ", expected a finite number or NaN");
            }
        }
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public @Nullable String text(int row) {
        double value = values[row];
        if (Double.isNaN(value)) {
            return null;
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** The number of rows whose value is known. */
    public int known() {
        return knownRows().length;
    }

    /** The rows whose value is known, ascending. */
    public int[] knownRows() {
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .toArray();
    }

    /** The lowest known value; NaN if none is known. */
    public double low() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).min().orElse(Double.NaN);
    }

    /** The highest known value; NaN if none is known. */
    public double high() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    }

    /** The values of the first {@code rows} rows. */
    @Override
    public Target limit(int rows) {
        return rows >= values.length ? this : new Target(name, Arrays.copyOf(values, rows));
    }

    /** Whether the name and all values are the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Target that && name.equals(that.name) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + name.hashCode();
    }

    @Override
    public String toString() {
        return "Target " + name + " of " + values.length + " rows";
    }
}
