package org.gne;

import org.gne.data.Embedding;
import org.gne.data.MapRange;
import org.gne.loop.TrainingResult;
import org.jspecify.annotations.Nullable;

/**
 * Moves a map back to the origin if it has drifted away. Maps of very few rows can drift, because neither the loss nor
 * the forces depend on the position of the whole map. Coordinates and the first biases of the decoder change together,
 * so that samples do not change.
 */
final class Centring {

    /** A map whose centre is nearer to 0 than this share of its extent does not change, bit for bit. */
    private static final double FAR = 0.5;

    private Centring() {}

    /** The same map around 0, or the result itself if it is already there. */
    static TrainingResult of(TrainingResult result) {
        float[] middle = middle(result.embedding());
        if (middle == null) {
            return result;
        }
        return result.with(shifted(result.embedding(), middle), result.decoder().shifted(middle));
    }

    /** The middle of a map that is far from 0: {@code [dim]}; null for any other map. */
    static float @Nullable [] middle(Embedding map) {
        int dim = map.dim();
        float[] middle = new float[dim];
        boolean far = false;
        for (int axis = 0; axis < dim; axis++) {
            MapRange range = MapRange.whole(map, axis);
            middle[axis] = (float) ((range.low() + range.high()) / 2);
            far |= Math.abs(middle[axis]) > FAR * Math.max(1, range.high() - range.low());
        }
        return far ? middle : null;
    }

    static Embedding shifted(Embedding map, float[] middle) {
        float[] values = map.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] -= middle[i % middle.length];
        }
        return new Embedding(values, map.dim());
    }
}
