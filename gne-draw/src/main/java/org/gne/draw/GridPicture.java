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

/** Draws generated images edge to edge, for a grid over the map. */
public final class GridPicture {

    /**
     * The approximate length of the longer side, in pixels. Images are enlarged by whole factors only, so that they
     * stay sharp.
     */
    private static final int SIDE = 1800;

    private static final int MARGIN = 56;

    /**
     * The part of the map that a grid shows: the coordinates of its outer samples.
     *
     * @param left the smallest x
     * @param right the largest x
     * @param bottom the smallest y
     * @param top the largest y
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
     * Draws samples as PNG, edge to edge, enlarged by a whole factor so that the longer side has about 1800 pixels.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param samples {@code [lines * columns][picture.width()]} in the units of the data; the first is at the top left,
     *     where y is largest, the next to its right; at least one, and a whole number of lines
     * @param columns the number of samples per line, at least 1
     * @param picture the size of a sample
     * @param low this value and lower ones are black
     * @param high this value and higher ones are white; above {@code low}
     * @param window the coordinates that are written into a margin, or null for no margin
     * @throws IOException if the file cannot be written, or there is a window and the Java installation has no font
     * @throws IllegalArgumentException if the samples do not fill whole lines, have another width, or are too many for
     *     one image
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

    /** The samples only, enlarged by a whole factor so that the longer side has about {@code side} pixels. */
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
            throw new IllegalArgumentException(wide + " x " + tall + " pixels are too many for an image");
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
            // Written from the bottom up, as is usual for axes.
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
