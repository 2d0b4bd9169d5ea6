package org.gne.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Samples;
import org.gne.data.Schema;

/** Draws small images of rows at their coordinates. Grey images are drawn in the colour of their label. */
final class Thumbnails {

    private static final int SIZE = 42;
    private static final int ENOUGH = 200;
    /** The distance from the image to the outside of its border, in pixels. */
    private static final int BORDER = 2;

    /** The longer side of rows that stand for clusters of the first and of the second level, and their frame, in pixels. */
    private static final double LARGEST = 104;

    private static final double LARGER = 64;
    private static final int FRAME = 5;

    private static final Color PAPER = new Color(0xfcfcfa);
    private static final Color DARK_PAPER = new Color(0x1b1f26);

    private final Samples samples;
    private final Schema.Picture picture;
    private final MapPoints points;
    private final Theme theme;
    private final Color paper;
    private final List<Large> large = new ArrayList<>();
    private float low = Float.POSITIVE_INFINITY;
    private float high = Float.NEGATIVE_INFINITY;
    private boolean dark = true;

    /** A row that stands for its cluster. */
    private record Large(int row, int width, int height, Rectangle2D box) {}

    Thumbnails(Samples samples, Schema.Picture picture, MapPoints points, Theme theme) {
        this.samples = samples;
        this.picture = picture;
        this.points = points;
        this.theme = theme;
        paper = theme.dark() ? DARK_PAPER : PAPER;
    }

    /**
     * Chooses the rows that stand for clusters and are drawn larger: one after another, as far as they do not cover others.
     *
     * @return their boxes
     */
    List<Rectangle2D> place(List<MapNames.Medoid> medoids, Rectangle2D area) {
        for (MapNames.Medoid medoid : medoids) {
            double scale = (medoid.level() == 0 ? LARGEST : LARGER) / Math.max(picture.columns(), picture.height());
            int width = Math.max(1, (int) Math.round(scale * picture.columns()));
            int height = Math.max(1, (int) Math.round(scale * picture.height()));
            double x = points.x()[medoid.row()];
            double y = points.y()[medoid.row()];
            Rectangle2D box = new Rectangle2D.Double(
                    x - width / 2.0 - FRAME, y - height / 2.0 - FRAME, width + 2 * FRAME, height + 2 * FRAME);
            if (area.contains(box)
                    && large.stream().noneMatch(other -> other.box().intersects(box))) {
                large.add(new Large(medoid.row(), width, height, box));
            }
        }
        return large.stream().map(Large::box).toList();
    }

    /** Draws as many images as fit well, within {@code area} and not over {@code taken}. */
    void draw(Graphics2D g, Rectangle2D area, List<Rectangle2D> taken) {
        double scale = (double) SIZE / Math.max(picture.columns(), picture.height());
        int width = Math.max(1, (int) Math.round(scale * picture.columns()));
        int height = Math.max(1, (int) Math.round(scale * picture.height()));
        List<Rectangle2D> all = new ArrayList<>(taken);
        large.forEach(each -> all.add(each.box()));
        int[] chosen = new PatchLayout(width + 2 * BORDER, height + 2 * BORDER, area, all).choose(points, ENOUGH);
        measure(IntStream.concat(IntStream.of(chosen), large.stream().mapToInt(Large::row))
                .toArray());
        for (int row : chosen) {
            draw(g, row, width, height, BORDER);
        }
        large.forEach(each -> draw(g, each.row(), each.width(), each.height(), FRAME - 1));
    }

    private void draw(Graphics2D g, int row, int width, int height, int border) {
        float[] values = new float[samples.width()];
        samples.read(row, values, 0);
        int left = (int) Math.round(points.x()[row] - width / 2.0);
        int top = (int) Math.round(points.y()[row] - height / 2.0);
        RowLooks.Look look = points.looks().of(row);
        // Filled, not drawn as a line: a line between pixels would become two grey lines.
        g.setColor(theme.mark(look.color(), look.pale()));
        g.fillRect(left - border, top - border, width + 2 * border, height + 2 * border);
        g.setColor(paper);
        g.fillRect(left - 1, top - 1, width + 2, height + 2);
        g.drawImage(resized(image(values, theme.ink(look.ink())), width, height), left, top, null);
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

    private int mixed(float amount, Color ink) {
        int red = Math.round(paper.getRed() + amount * (ink.getRed() - paper.getRed()));
        int green = Math.round(paper.getGreen() + amount * (ink.getGreen() - paper.getGreen()));
        int blue = Math.round(paper.getBlue() + amount * (ink.getBlue() - paper.getBlue()));
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
