package org.gne.cli.map;

import java.util.stream.Stream;
import org.gne.data.MapPath;

/** Parses coordinates. */
public final class Places {

    private Places() {}

    /**
     * Parses coordinates like {@code 0.5,-1}.
     *
     * @throws IllegalArgumentException if the text does not hold {@code dim} finite numbers
     */
    static float[] parse(String text, int dim) {
        String[] parts = text.split(",", -1);
        if (parts.length != dim) {
            throw new IllegalArgumentException("place " + text + ": found " + parts.length + " coordinates, expected "
                    + dim + " as the map has dimensions");
        }
        float[] place = new float[dim];
        for (int axis = 0; axis < dim; axis++) {
            try {
                place[axis] = Float.parseFloat(parts[axis].strip());
            } catch (NumberFormatException e) {
                place[axis] = Float.NaN;
            }
            if (!Float.isFinite(place[axis])) {
                throw new IllegalArgumentException(
                        "place " + text + ": found '" + parts[axis] + "', expected a number");
            }
        }
        return place;
    }

    /**
     * Points along the lines between corners like {@code -1,0:1,0:1,1}: the corners, and points between them, so that
     * all distances are about equal.
     *
     * @param steps the number of all points, at least the number of corners
     */
    static float[][] path(String text, int dim, int steps) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException(
                    "path " + text + ": found one point, expected at least two with : between them");
        }
        if (steps < parts.length) {
            throw new IllegalArgumentException(
                    "--steps: found " + steps + ", expected at least " + parts.length + " as the path has corners");
        }
        float[][] corners = Stream.of(parts).map(part -> parse(part, dim)).toArray(float[][]::new);
        return MapPath.of(steps, corners);
    }
}
