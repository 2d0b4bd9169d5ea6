package org.gne.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** Generated pictures edge to edge: what the data looks like all over the map. */
public final class GridPicture {

    /** The pixels the longer side should have, about: pictures grow by whole factors only, so that they stay sharp. */
    private static final int SIDE = 1800;

    private static final int MARGIN = 56;

    /**
     * The part of the map that a grid shows; its outer samples lie on these coordinates.
     *
     * @param left least x
     * @param right largest x
     * @param bottom least y
     * @param top largest y
     */
    public record Window(double left, double right, double bottom, double top) {}

    private GridPicture() {}

    /**
     * Draws samples without a margin.
     *
     * @see #write(Path, float[][], int, Schema.Picture, float, float, Window)
     */
    public static void write(Path file, float[][] samples, int columns, Schema.Picture picture, float low, float high)
            throws IOException {
        write(file, samples, columns, picture, low, high, null);
    }

    /**
     * Draws samples as PNG, tiled edge to edge, enlarged by a whole factor to some 1800 pixels on the longer side.
     *
     * @param file written whole or not at all
     * @param samples {@code [rows * columns][picture.width()]} in raw units; the first is at the top left, where y is
     *     largest, the next to its right; at least one, and a whole number of rows
     * @param columns samples in a row, at least 1
     * @param picture what a sample is
     * @param low the value drawn black; lower ones are too
     * @param high the value drawn white, above {@code low}; higher ones are too
     * @param window the coordinates to write into a margin, or null for no margin
     * @throws IOException if the file cannot be written, or there is a window and the Java installation has no font
     * @throws IllegalArgumentException if the samples are no whole number of rows, differ from the picture in width, or
     *     are too many for a picture
     */
    public static void write(
            Path file,
            float[][] samples,
            int columns,
            Schema.Picture picture,
            float low,
            float high,
            @Nullable Window window)
            throws IOException {
        BufferedImage tiles = tiles(samples, columns, picture, low, high, SIDE);
        if (window != null) {
            PngFile.checkFonts(file);
        }
        PngFile.write(file, window == null ? tiles : framed(tiles, window));
    }

    /** The samples alone, enlarged by a whole factor to some {@code side} pixels on the longer side. */
    static BufferedImage tiles(
            float[][] samples, int columns, Schema.Picture picture, float low, float high, int side) {
        if (columns < 1 || samples.length == 0 || samples.length % columns != 0) {
            throw new IllegalArgumentException(
                    samples.length + " samples in rows of " + columns + ", expected whole rows");
        }
        if (!(high > low)) {
            throw new IllegalArgumentException("values from " + low + " to " + high + ", expected low below high");
        }
        long wide = (long) columns * picture.columns();
        long tall = (long) samples.length / columns * picture.height();
        int factor = (int) Math.max(1, Math.round((double) side / Math.max(wide, tall)));
        if (wide * factor * tall * factor > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException(wide + " x " + tall + " pixels are too many for a picture");
        }
        BufferedImage image = new BufferedImage((int) wide * factor, (int) tall * factor, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < samples.length; i++) {
            if (samples[i].length != picture.width()) {
                throw new IllegalArgumentException(
                        "sample " + i + " has " + samples[i].length + " values, expected " + picture.width());
            }
            int left = i % columns * picture.columns() * factor;
            int top = i / columns * picture.height() * factor;
            for (int y = 0; y < picture.height() * factor; y++) {
                for (int x = 0; x < picture.columns() * factor; x++) {
                    int at = (y / factor * picture.columns() + x / factor) * picture.channels();
                    image.setRGB(left + x, top + y, rgb(samples[i], at, picture.channels(), low, high));
                }
            }
        }
        return image;
    }

    private static int rgb(float[] values, int at, int channels, float low, float high) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            float unit = (values[at + (channels == 3 ? c : 0)] - low) / (high - low);
            // Rounding a NaN gives 0.
            rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(255 * unit)));
        }
        return rgb;
    }

    private static BufferedImage framed(BufferedImage tiles, Window window) {
        int width = tiles.getWidth();
        int height = tiles.getHeight();
        try (Canvas canvas = Canvas.of(width + 2 * MARGIN, height + 2 * MARGIN)) {
            Graphics2D g = canvas.g();
            g.drawImage(tiles, MARGIN, MARGIN, null);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
            g.setColor(new Color(0x666666));
            across(g, window.left(), window.right(), MARGIN, width, MARGIN + height + 34);
            // Read from the bottom up, as axes usually are.
            g.rotate(-Math.PI / 2);
            across(g, window.bottom(), window.top(), -(MARGIN + height), height, 36);
            return canvas.image();
        }
    }

    private static void across(Graphics2D g, double low, double high, int from, int length, int base) {
        FontMetrics metrics = g.getFontMetrics();
        String last = text(high);
        String middle = text((low + high) / 2);
        g.drawString(text(low), from, base);
        g.drawString(middle, from + (length - metrics.stringWidth(middle)) / 2, base);
        g.drawString(last, from + length - metrics.stringWidth(last), base);
    }

    private static String text(double coordinate) {
        return String.format(Locale.ROOT, "%.3g", coordinate);
    }
}
