package org.gne.place;

import org.gne.data.Embedding;

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
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < embedding.size(); i++) {
                least = Math.min(least, embedding.get(i, axis));
                most = Math.max(most, embedding.get(i, axis));
            }
            low[axis] = least - MARGIN * (most - least);
            high[axis] = most + MARGIN * (most - least);
        }
        return new Box(low, high);
    }

    float clamp(int axis, float value) {
        return Math.max(low[axis], Math.min(high[axis], value));
    }
}
