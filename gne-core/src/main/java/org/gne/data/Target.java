package org.gne.data;

import java.util.Arrays;

/**
 * A number that is known of each row beside the row itself: a price, an age. A map is coloured by it.
 *
 * @param name what it is called
 * @param values one per row, in the units of the source; NaN where it is not known, never infinite
 */
public record Target(String name, double[] values) {

    public Target {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        name + ": row " + i + ": found " + values[i] + ", expected a finite number or NaN");
            }
        }
    }

    /** Number of rows. */
    public int size() {
        return values.length;
    }

    /** How many rows it is known of. */
    public int known() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** The values of the first {@code rows} rows. */
    public Target limit(int rows) {
        return rows >= values.length ? this : new Target(name, Arrays.copyOf(values, rows));
    }
}
