package org.gne.io.picture;

/**
 * Resizes images with a triangle filter, which is widened when images become smaller so that no pixel is skipped;
 * Pillow calls this BILINEAR. It uses plain arithmetic, with the same result on every JDK, unlike Java 2D.
 */
final class Resampling {

    private Resampling() {}

    /**
     * Resizes an image; it is stretched if the proportions differ.
     *
     * @param values {@code [height * width]}
     * @return {@code [toHeight * toWidth]}; {@code values} itself if the size is the same
     */
    static float[] resize(float[] values, int height, int width, int toHeight, int toWidth) {
        float[] across = width == toWidth ? values : lines(values, height, width, toWidth, false);
        return height == toHeight ? across : lines(across, toWidth, height, toHeight, true);
    }

    /** Resizes lines; with {@code down} they are columns. */
    private static float[] lines(float[] values, int lines, int length, int toLength, boolean down) {
        float[] out = new float[Math.multiplyExact(lines, toLength)];
        double scale = (double) length / toLength;
        double reach = Math.max(1, scale);
        int line = down ? 1 : length;
        int step = down ? lines : 1;
        int toLine = down ? 1 : toLength;
        for (int to = 0; to < toLength; to++) {
            double centre = (to + 0.5) * scale;
            int first = Math.max(0, (int) (centre - reach + 0.5));
            int end = Math.min(length, (int) (centre + reach + 0.5));
            float[] weights = weights(centre, reach, first, end);
            for (int i = 0; i < lines; i++) {
                float sum = 0;
                for (int k = first; k < end; k++) {
                    sum += weights[k - first] * values[i * line + k * step];
                }
                out[i * toLine + to * step] = sum;
            }
        }
        return out;
    }

    private static float[] weights(double centre, double reach, int first, int end) {
        double[] weights = new double[end - first];
        double sum = 0;
        for (int k = first; k < end; k++) {
            weights[k - first] = Math.max(0, 1 - Math.abs((k + 0.5 - centre) / reach));
            sum += weights[k - first];
        }
        float[] normal = new float[weights.length];
        for (int k = 0; k < normal.length; k++) {
            normal[k] = (float) (weights[k] / sum);
        }
        return normal;
    }
}
