package org.gne.cli;

import java.util.ArrayList;
import java.util.List;

/** Places of a map as text. */
final class Places {

    private Places() {}

    /**
     * A place such as {@code 0.5,-1}.
     *
     * @throws IllegalArgumentException if it has not {@code dim} finite numbers
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
     * Places along the lines between corners such as {@code -1,0:1,0:1,1}.
     *
     * @param steps places per line, both ends included, at least 2
     */
    static float[][] path(String text, int dim, int steps) {
        String[] corners = text.split(":", -1);
        if (corners.length < 2) {
            throw new IllegalArgumentException(
                    "path " + text + ": found one place, expected at least two with : between");
        }
        if (steps < 2) {
            throw new IllegalArgumentException("--steps: found " + steps + ", expected at least 2");
        }
        List<float[]> places = new ArrayList<>();
        for (int corner = 0; corner + 1 < corners.length; corner++) {
            float[] from = parse(corners[corner], dim);
            float[] to = parse(corners[corner + 1], dim);
            // A corner ends one line and begins the next: it appears once.
            for (int step = corner == 0 ? 0 : 1; step < steps; step++) {
                float[] place = new float[dim];
                for (int axis = 0; axis < dim; axis++) {
                    place[axis] = from[axis] + (to[axis] - from[axis]) * step / (steps - 1);
                }
                places.add(place);
            }
        }
        return places.toArray(float[][]::new);
    }
}
