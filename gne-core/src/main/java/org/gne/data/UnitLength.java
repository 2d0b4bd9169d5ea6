package org.gne.data;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * Divides vectors by their lengths.
 *
 * @hidden internal
 */
public final class UnitLength {

    private UnitLength() {}

    /** What divides the vector of {@code size} values that begins at an offset, in place. */
    public static ObjIntConsumer<float[]> of(int size) {
        return (values, at) -> apply(values, at, size);
    }

    /**
     * Divides a vector by its length, in place. A vector of length 0, or with a value that is not finite, becomes NaN: a
     * missing one.
     */
    public static void apply(float[] values, int at, int size) {
        double squares = 0;
        for (int j = at; j < at + size; j++) {
            squares += (double) values[j] * values[j];
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            Arrays.fill(values, at, at + size, Float.NaN);
            return;
        }
        double length = Math.sqrt(squares);
        for (int j = at; j < at + size; j++) {
            values[j] = (float) (values[j] / length);
        }
    }
}
