package org.gne;

import java.util.Arrays;
import org.gne.data.Embedding;

/**
 * A stretch of an axis of the map.
 *
 * @param low its lower end
 * @param high its upper end, not below the lower
 */
public record MapRange(double low, double high) {

    private static final double OUTSIDE = 0.001;

    static MapRange of(Embedding embedding, int axis) {
        float[] values = new float[embedding.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = embedding.get(i, axis);
        }
        Arrays.sort(values);
        int last = values.length - 1;
        return new MapRange(values[(int) (OUTSIDE * last)], values[(int) Math.ceil((1 - OUTSIDE) * last)]);
    }

    /** The centre of cell i of n equal cells. */
    public double centre(int i, int n) {
        return low + (high - low) * (i + 0.5) / n;
    }
}
