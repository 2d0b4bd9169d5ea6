package org.gne.data;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The different values of each column, as long as they are few. The values of several sets of rows can be merged. */
final class FewValues implements Serializable {

    private static final long serialVersionUID = 1;

    private static final float[] NONE = {};

    /** The binary logarithm of the number of slots for recent values. */
    private static final int SLOTS = 6;

    /** {@code [width][]}: ascending; null where there are more than {@link Survey#FEW}. */
    private final float[] @Nullable [] values;

    /** The values of no rows. */
    FewValues(int width) {
        values = new float[width][];
        Arrays.fill(values, NONE);
    }

    /**
     * Adds the values of a column of more rows.
     *
     * @param rows {@code [n, width]}; missing values (NaN) are ignored
     * @return whether the values are still few; if not, more rows change nothing
     */
    boolean add(float[] rows, int n, int column) {
        float[] seen = new float[1 << SLOTS];
        Arrays.fill(seen, Float.NaN);
        for (int i = 0; i < n; i++) {
            float value = rows[i * values.length + column];
            // Almost all values occurred before, and are in the slot for their bits.
            int slot = (Float.floatToRawIntBits(value) * 0x9E3779B9) >>> (32 - SLOTS);
            if (seen[slot] != value && !Float.isNaN(value)) {
                seen[slot] = value;
                if (!add(column, value)) {
                    return false;
                }
            }
        }
        return values[column] != null;
    }

    /** Adds the value of one more row. */
    boolean add(int column, float value) {
        float[] before = values[column];
        if (before == null) {
            return false;
        }
        int at = 0;
        while (at < before.length && before[at] < value) {
            at++;
        }
        if (at < before.length && before[at] == value) {
            return true;
        }
        if (before.length == Survey.FEW) {
            values[column] = null;
            return false;
        }
        float[] after = Arrays.copyOf(before, before.length + 1);
        System.arraycopy(before, at, after, at + 1, before.length - at);
        after[at] = value + 0f; // -0 is 0
        values[column] = after;
        return true;
    }

    /** The values of these rows and others. */
    FewValues merge(FewValues other) {
        FewValues both = new FewValues(values.length);
        for (int j = 0; j < values.length; j++) {
            both.values[j] = values[j];
            float[] more = other.values[j];
            if (more == null) {
                both.values[j] = null;
                continue;
            }
            for (float value : more) {
                both.add(j, value);
            }
        }
        return both;
    }

    /** The different values of a column, ascending, a copy; null if there are more than {@link Survey#FEW}. */
    float @Nullable [] of(int column) {
        float[] few = values[column];
        return few == null ? null : few.clone();
    }
}
