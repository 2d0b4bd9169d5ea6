package org.gne.io;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** A map as a picture: a point per row in the colour of its class, and the rows themselves where they are pictures. */
public final class MapPicture {

    private static final int WIDTH = 1800;
    private static final int HEIGHT = 1600;
    /** A line needs less room than a plane. */
    private static final int LINE_HEIGHT = 800;

    private static final int SEED = 1;

    private MapPicture() {}

    /**
     * Draws a map as PNG, 1800 x 1600 pixels. The same arguments give the same picture.
     *
     * <p>A map of one dimension is drawn as a line whose points are spread up and down at random (1800 x 800); of three or
     * more the first two are drawn, and the title says so. Rows with coordinates that are not finite are left out, and
     * the title says how many.
     *
     * @param file written whole or not at all
     * @param title what the picture shows, one line
     * @param embedding the coordinates
     * @param labels classes, one per point, or null: up to 40 are listed beside the map, up to 120 written on it
     * @param raw the rows; drawn small at their places where their schema is a picture
     * @throws IOException if the file cannot be written, or the Java installation has no font
     * @throws IllegalArgumentException if labels or rows are not as many as points
     */
    public static void write(Path file, String title, Embedding embedding, @Nullable Labels labels, Samples raw)
            throws IOException {
        check("labels", labels == null ? embedding.size() : labels.size(), embedding.size());
        check("rows", raw.size(), embedding.size());
        PngFile.checkFonts(file);
        PngFile.write(file, draw(title, embedding, labels, raw));
    }

    private static void check(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + " for " + expected + " points, expected as many");
        }
    }

    private static BufferedImage draw(String title, Embedding embedding, @Nullable Labels labels, Samples raw) {
        boolean plane = embedding.dim() > 1;
        double[] x = axis(embedding, 0);
        double[] y = plane ? axis(embedding, 1) : jitter(x.length);
        BufferedImage image = new BufferedImage(WIDTH, plane ? HEIGHT : LINE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);

        Legend legend = new Legend(g, labels);
        int width = WIDTH - legend.width();
        MapAxes axes = plane
                ? MapAxes.plane(width, image.getHeight(), MapRange.of(x), MapRange.of(y))
                : MapAxes.line(width, image.getHeight(), MapRange.of(x));
        axes.draw(g, title(title, embedding, x, y), plane);
        Rectangle2D area = axes.area();
        MapPoints points = MapPoints.of(x, y, labels, axes);
        points.draw(g, area.getWidth() * area.getHeight());
        ClassNames names = labels == null ? null : new ClassNames(g, area, points, labels);
        if (raw.schema() instanceof Schema.Picture picture) {
            List<Rectangle2D> taken = names == null ? List.of() : names.boxes();
            new Thumbnails(raw, picture, points).draw(g, area, taken);
        }
        if (names != null) {
            names.draw(g);
        }
        legend.draw(g, width, area.getY());
        g.dispose();
        return image;
    }

    private static double[] axis(Embedding embedding, int axis) {
        double[] coordinates = new double[embedding.size()];
        for (int row = 0; row < coordinates.length; row++) {
            coordinates[row] = embedding.get(row, axis);
        }
        return coordinates;
    }

    private static double[] jitter(int n) {
        SplittableRandom random = new SplittableRandom(SEED);
        return random.doubles(n, -1, 1).toArray();
    }

    private static String title(String title, Embedding embedding, double[] x, double[] y) {
        int missing = 0;
        for (int row = 0; row < x.length; row++) {
            missing += Double.isFinite(x[row]) && Double.isFinite(y[row]) ? 0 : 1;
        }
        StringBuilder text =
                new StringBuilder(title.replaceAll("\\p{Cntrl}", " ").strip());
        if (embedding.dim() == 1) {
            text.append(" (spread up and down at random)");
        } else if (embedding.dim() > 2) {
            text.append(" (the first 2 of ").append(embedding.dim()).append(" dimensions)");
        }
        if (missing > 0) {
            text.append(" (").append(missing).append(" rows without coordinates left out)");
        }
        return text.toString();
    }
}
