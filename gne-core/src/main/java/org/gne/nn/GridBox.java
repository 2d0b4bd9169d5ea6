package org.gne.nn;

import org.gne.data.MapRange;

/**
 * The box of grids along one axis.
 *
 * @param low the coordinate at which it begins
 * @param length its length, above 0
 */
record GridBox(float low, float length) {

    /** Beyond this share of a margin, positions are those of coordinates that are too far away to matter. */
    private static final float OUTERMOST = 0.95f;

    /** Whether a range lies between the margins, where positions are linear. */
    boolean holds(MapRange range) {
        float margin = GridEncoding.MARGIN * length;
        return range.low() >= low + margin && range.high() <= low + length - margin;
    }

    /** The position of a coordinate, 0 to 1: {@link GridPass} has the same formula. */
    float position(float coordinate) {
        float margin = GridEncoding.MARGIN;
        float u = (coordinate - low) / length;
        if (u > 1 - margin) {
            return 1 - margin + squashed(u - (1 - margin));
        }
        return u < margin ? margin - squashed(margin - u) : u;
    }

    private static float squashed(float beyond) {
        return beyond / (1 + beyond / GridEncoding.MARGIN);
    }

    /** The coordinate of a position; positions beyond the box are taken for those of its border. */
    float coordinate(float position) {
        float margin = GridEncoding.MARGIN;
        float u = position;
        if (u > 1 - margin) {
            u = 1 - margin + unsquashed(u - (1 - margin));
        } else if (u < margin) {
            u = margin - unsquashed(margin - u);
        }
        return low + u * length;
    }

    private static float unsquashed(float squashed) {
        float least = Math.min(squashed, OUTERMOST * GridEncoding.MARGIN);
        return least / (1 - least / GridEncoding.MARGIN);
    }
}
