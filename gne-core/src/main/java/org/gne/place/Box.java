package org.gne.place;

import org.gne.data.Embedding;
import org.gne.data.MapRange;

/**
 * The bounding box of a map with a margin. New rows are placed inside it.
 *
 * @param low {@code [dim]}
 * @param high {@code [dim]}
 */
record Box(float[] low, float[] high) {

    /** The margin at either end of a side, relative to the side. */
    private static final float MARGIN = 0.05f;

    static Box around(Embedding embedding) {
        int dim = embedding.dim();
        float[] low = new float[dim];
        float[] high = new float[dim];
        for (int axis = 0; axis < dim; axis++) {
            MapRange whole = MapRange.whole(embedding, axis);
            float least = (float) whole.low();
            float most = (float) whole.high();
            low[axis] = least - MARGIN * (most - least);
            high[axis] = most + MARGIN * (most - least);
        }
        return new Box(low, high);
    }

    float clamp(int axis, float value) {
        return Math.max(low[axis], Math.min(high[axis], value));
    }
}
