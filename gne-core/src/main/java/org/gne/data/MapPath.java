package org.gne.data;

/** Points along straight lines on a map. */
public final class MapPath {

    private MapPath() {}

    /**
     * Points along the lines between corners: the corners, and points between them, so that all distances are about equal.
     *
     * @param steps the number of all points, at least the number of corners
     * @param corners {@code [at least 2][dim]}
     * @return {@code [steps][dim]}
     * @throws IllegalArgumentException if there are fewer than 2 corners, fewer steps than corners, or corners differ in
     *     dimension
     */
    public static float[][] of(int steps, float[]... corners) {
        if (corners.length < 2) {
            throw new IllegalArgumentException("path: found " + corners.length + " points, expected at least 2");
        }
        if (steps < corners.length) {
            throw new IllegalArgumentException(
                    "steps: found " + steps + ", expected at least " + corners.length + " as the path has corners");
        }
        int dim = corners[0].length;
        for (float[] corner : corners) {
            if (corner.length != dim) {
                throw new IllegalArgumentException(
                        "path: found points of " + dim + " and " + corner.length + " coordinates, expected as many");
            }
        }
        int[] at = cornersAt(corners, steps);
        float[][] places = new float[steps][dim];
        places[0] = corners[0].clone();
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
