package org.gne.io.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** A decoded image as one array per channel, 0 to 255. Transparent parts are drawn on white. */
final class Planes {

    private Planes() {}

    /**
     * The channels of an image.
     *
     * @param channels 1 for brightness as in ITU-R BT.601, or 3
     * @param alpha what a channel beside the colours is
     * @return {@code [channels][height * width]}
     */
    static float[][] of(BufferedImage image, int channels, PictureTags.Alpha alpha) {
        ColorModel colors = image.getColorModel();
        boolean grey = !(colors instanceof IndexColorModel) && colors.getNumColorComponents() == 1;
        float[][] planes = new float[channels][image.getHeight() * image.getWidth()];
        if (grey) {
            grey(image, planes, alpha);
        } else {
            colours(image, planes, alpha);
        }
        return planes;
    }

    /**
     * Reads the raw samples, because Java treats them as linear light and would brighten them in a conversion to RGB.
     */
    private static void grey(BufferedImage image, float[][] planes, PictureTags.Alpha kind) {
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        int width = image.getWidth();
        float factor = 255f / ((1L << colors.getComponentSize(0)) - 1);
        int[] values = new int[width];
        int[] alpha = new int[width];
        boolean transparent = kind != PictureTags.Alpha.NONE && colors.hasAlpha() && raster.getNumBands() > 1;
        boolean multiplied = kind == PictureTags.Alpha.MULTIPLIED || colors.isAlphaPremultiplied();
        float opaque = transparent ? (1L << colors.getComponentSize(1)) - 1 : 1;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, values);
            if (transparent) {
                raster.getSamples(0, y, width, 1, 1, alpha);
            }
            for (int x = 0; x < width; x++) {
                float value = values[x] * factor;
                float share = transparent ? alpha[x] / opaque : 1;
                float onWhite =
                        !transparent ? value : multiplied ? value + 255 * (1 - share) : 255 + (value - 255) * share;
                for (float[] plane : planes) {
                    plane[y * width + x] = onWhite;
                }
            }
        }
    }

    private static void colours(BufferedImage image, float[][] planes, PictureTags.Alpha kind) {
        int width = image.getWidth();
        int[] line = new int[width];
        // If the decoder says that colours are multiplied, they no longer are in the result of getRGB.
        boolean multiplied =
                kind == PictureTags.Alpha.MULTIPLIED && !image.getColorModel().isAlphaPremultiplied();
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                float alpha = kind == PictureTags.Alpha.NONE ? 1 : (line[x] >>> 24) / 255f;
                float red = onWhite(line[x] >> 16 & 0xff, alpha, multiplied);
                float green = onWhite(line[x] >> 8 & 0xff, alpha, multiplied);
                float blue = onWhite(line[x] & 0xff, alpha, multiplied);
                if (planes.length == 1) {
                    planes[0][at] = (299 * red + 587 * green + 114 * blue) / 1000;
                } else {
                    planes[0][at] = red;
                    planes[1][at] = green;
                    planes[2][at] = blue;
                }
            }
        }
    }

    private static float onWhite(int colour, float alpha, boolean multiplied) {
        return multiplied ? Math.min(255, colour + 255 * (1 - alpha)) : 255 + (colour - 255) * alpha;
    }
}
