package org.gne;

import java.util.Random;
import org.gne.data.Samples;
import org.gne.data.Schema;

/** Small data sets of known structure, the same each time. */
public final class Clusters {

    private Clusters() {}

    /** Three Gaussian clusters, every third row of each: {@code [rows][width]}, some -6 to 6. */
    public static float[][] rows(int rows, int width) {
        Random random = new Random(42);
        float[][] centres = new float[3][width];
        for (float[] centre : centres) {
            for (int j = 0; j < width; j++) {
                centre[j] = 2 * (float) random.nextGaussian();
            }
        }
        float[][] values = new float[rows][width];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < width; j++) {
                values[i][j] = centres[i % 3][j] + 0.3f * (float) random.nextGaussian();
            }
        }
        return values;
    }

    public static Samples samples(int rows, int width) {
        return Samples.of(rows(rows, width));
    }

    /** The same between 0 and 1. */
    public static Samples unit(int rows, int width) {
        float[][] values = rows(rows, width);
        for (float[] row : values) {
            for (int j = 0; j < width; j++) {
                row[j] = Math.max(0, Math.min(1, 0.5f + row[j] / 12));
            }
        }
        return Samples.of(values);
    }

    /** The same as grey pictures of bytes. */
    public static Samples pictures(int rows, int height, int columns) {
        int width = height * columns;
        float[][] values = rows(rows, width);
        byte[] bytes = new byte[rows * width];
        for (int i = 0; i < bytes.length; i++) {
            float value = 127 + values[i / width][i % width] * 20;
            bytes[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
        }
        return Samples.ofBytes(bytes, new Schema.Picture(height, columns, 1));
    }
}
