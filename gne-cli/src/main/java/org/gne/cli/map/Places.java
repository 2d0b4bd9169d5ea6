package org.gne.cli.map;

import java.util.stream.Stream;

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
        int[] at = cornersAt(corners, steps);
        float[][] places = new float[steps][dim];
        places[0] = corners[0];
        for (int corner = 1; corner < corners.length; corner++) {
            int lines = at[corner] - at[corner - 1];
            for (int line = 1; line <= lines; line++) {
                for (int axis = 0; axis < dim; axis++) {
                    float from = corners[corner - 1][axis];
                    float to = corners[corner][axis];
                    places[at[corner - 1] + line][axis] = from + (to - from) * line / lines;
                }
            }
        }
        return places;
    }

    /** The index of each corner among the points, nearest to its share of the length. */
    private static int[] cornersAt(float[][] corners, int steps) {
        double[] lengths = new double[corners.length];
        for (int corner = 1; corner < corners.length; corner++) {
            double square = 0;
            for (int axis = 0; axis < corners[corner].length; axis++) {
                double d = (double) corners[corner][axis] - corners[corner - 1][axis];
                square += d * d;
            }
            lengths[corner] = lengths[corner - 1] + Math.sqrt(square);
        }
        double all = lengths[corners.length - 1];
        int[] at = new int[corners.length];
        for (int corner = 1; corner < corners.length; corner++) {
            long nearest = all > 0 ? Math.round((steps - 1) * lengths[corner] / all) : 0;
            int last = steps - corners.length + corner;
            at[corner] = (int) Math.max(at[corner - 1] + 1, Math.min(last, nearest));
        }
        at[corners.length - 1] = steps - 1;
        return at;
    }
}
