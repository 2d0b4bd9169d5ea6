package org.gne.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.gne.data.Samples;
import org.gne.data.Schema;

/** Draws small images of rows at their coordinates. Grey images are drawn in the colour of their label. */
final class Thumbnails {

    private static final int SIZE = 42;
    private static final int ENOUGH = 200;
    /** The distance from the image to the outside of its border, in pixels. */
    private static final int BORDER = 2;

    private static final Color PAPER = new Color(0xfcfcfa);

    private final Samples samples;
    private final Schema.Picture picture;
    private final MapPoints points;
    private float low = Float.POSITIVE_INFINITY;
    private float high = Float.NEGATIVE_INFINITY;
    private boolean dark = true;

    Thumbnails(Samples samples, Schema.Picture picture, MapPoints points) {
        this.samples = samples;
        this.picture = picture;
        this.points = points;
    }

    /** Draws as many images as fit well, within {@code area} and not over {@code taken}. */
    void draw(Graphics2D g, Rectangle2D area, List<Rectangle2D> taken) {
        double scale = (double) SIZE / Math.max(picture.columns(), picture.height());
        int width = Math.max(1, (int) Math.round(scale * picture.columns()));
        int height = Math.max(1, (int) Math.round(scale * picture.height()));
        int[] chosen = new PatchLayout(width + 2 * BORDER, height + 2 * BORDER, area, taken).choose(points, ENOUGH);
        measure(chosen);
        float[] values = new float[samples.width()];
        for (int row : chosen) {
            samples.read(row, values, 0);
            int left = (int) Math.round(points.x()[row] - width / 2.0);
            int top = (int) Math.round(points.y()[row] - height / 2.0);
            RowLooks.Look look = points.looks().of(row);
            // Filled, not drawn as a line: a line between pixels would become two grey lines.
            g.setColor(look.color());
            g.fillRect(left - BORDER, top - BORDER, width + 2 * BORDER, height + 2 * BORDER);
            g.setColor(PAPER);
            g.fillRect(left - 1, top - 1, width + 2, height + 2);
            g.drawImage(resized(image(values, look.ink()), width, height), left, top, null);
        }
    }

    /** Finds the range of values, and whether 0 is the background or the foreground. */
    private void measure(int[] chosen) {
        double sum = 0;
        float[] values = new float[samples.width()];
        for (int row : chosen) {
            samples.read(row, values, 0);
            for (float value : values) {
                if (Float.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                    sum += value;
                }
            }
        }
        double mean = sum / Math.max(1.0, (double) chosen.length * values.length);
        dark = mean <= (low + high) / 2.0;
    }

    private BufferedImage image(float[] values, Color ink) {
        BufferedImage image = new BufferedImage(picture.columns(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.columns(); x++) {
                int at = (y * picture.columns() + x) * picture.channels();
                if (picture.channels() == 3) {
                    image.setRGB(
                            x, y, new Color(unit(values[at]), unit(values[at + 1]), unit(values[at + 2])).getRGB());
                } else {
                    float amount = dark ? unit(values[at]) : 1 - unit(values[at]);
                    image.setRGB(x, y, mixed(amount, ink));
                }
            }
        }
        return image;
    }

    private float unit(float value) {
        return high > low && value > low ? Math.min(1, (value - low) / (high - low)) : 0;
    }

    private static int mixed(float amount, Color ink) {
        int red = Math.round(PAPER.getRed() + amount * (ink.getRed() - PAPER.getRed()));
        int green = Math.round(PAPER.getGreen() + amount * (ink.getGreen() - PAPER.getGreen()));
        int blue = Math.round(PAPER.getBlue() + amount * (ink.getBlue() - PAPER.getBlue()));
        return red << 16 | green << 8 | blue;
    }

    private static BufferedImage resized(BufferedImage image, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        // Interpolation uses adjacent pixels only, and would skip pixels of a larger image.
        boolean smaller = width < image.getWidth();
        g.drawImage(
                smaller ? image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : image,
                0,
                0,
                width,
                height,
                null);
        g.dispose();
        return out;
    }
}
