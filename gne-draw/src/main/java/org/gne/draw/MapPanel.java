package org.gne.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapRange;
import org.gne.data.RowLabels;
import org.gne.data.Samples;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One map within a figure: axes, a point per row, the names of the classes, and small images of some rows.
 *
 * @param title one line above the map
 * @param embedding the coordinates
 * @param labels classes or numbers, which give the colours, or null
 * @param shown the rows, drawn small at their coordinates if they are images; or null
 * @param names the names on the map
 * @param theme the colours apart from those of the rows
 * @param lettering how names are written
 */
record MapPanel(
        String title,
        Embedding embedding,
        @Nullable RowLabels labels,
        @Nullable Samples shown,
        MapNames names,
        Theme theme,
        Lettering lettering) {

    private static final int SEED = 1;
    /** More points than this are one image in formats of shapes, with so many pixels per pixel of the figure. */
    private static final int MOST_SHAPES = 2000;

    private static final int SHARP = 2;

    MapPanel {
        check("labels", labels == null ? embedding.size() : labels.size(), embedding.size());
        check("rows", shown == null ? embedding.size() : shown.size(), embedding.size());
    }

    private static void check(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + " for " + expected + " points, expected as many");
        }
    }

    /** A map on white, with the names of its classes. */
    MapPanel(String title, Embedding embedding, @Nullable RowLabels labels, @Nullable Samples shown) {
        this(
                title,
                embedding,
                labels,
                shown,
                labels instanceof Labels classes ? MapNames.classes(classes) : MapNames.none(),
                Theme.LIGHT,
                Lettering.SHAPES);
    }

    boolean isPlane() {
        return embedding.dim() > 1;
    }

    /** How the rows are drawn. */
    interface Marks {

        /**
         * @param area the area of the points
         */
        void draw(Graphics2D g, MapPoints points, Rectangle2D area);
    }

    /**
     * Draws the map at (0, 0), with a mark in the colour of its label for each row.
     *
     * @return the area of the points
     */
    Rectangle2D draw(Graphics2D g, int width, int height) {
        return draw(g, width, height, (pen, points, area) -> {
            double size = area.getWidth() * area.getHeight();
            if (lettering.isVector() && points.order().length > MOST_SHAPES) {
                drawImage(pen, points, area, size);
            } else {
                points.draw(pen, size, theme);
            }
        });
    }

    /** Draws the points as one image. */
    private void drawImage(Graphics2D pen, MapPoints points, Rectangle2D area, double size) {
        int width = (int) Math.ceil(area.getWidth());
        int height = (int) Math.ceil(area.getHeight());
        BufferedImage image = new BufferedImage(SHARP * width, SHARP * height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(SHARP, SHARP);
        g.translate(-area.getX(), -area.getY());
        points.draw(g, size, theme);
        g.dispose();
        AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(1.0 / SHARP, 1.0 / SHARP);
        pen.drawImage(image, place, null);
    }

    /** Draws the map with other marks. */
    Rectangle2D draw(Graphics2D g, int width, int height, Marks marks) {
        double[] x = MapPoints.coordinates(embedding, 0);
        double[] y = isPlane() ? MapPoints.coordinates(embedding, 1) : jitter(x.length);
        AxisRange rangeX = AxisRange.of(MapRange.whole(embedding, 0));
        MapAxes axes = isPlane()
                ? MapAxes.plane(width, height, rangeX, AxisRange.of(MapRange.whole(embedding, 1)))
                : MapAxes.line(width, height, rangeX);
        axes.draw(g, title(x, y), isPlane(), theme);
        Rectangle2D area = axes.area();
        MapPoints points = MapPoints.of(x, y, labels, axes);
        marks.draw(g, points, area);
        Thumbnails thumbnails = shown != null && shown.schema() instanceof Schema.Picture picture
                ? new Thumbnails(shown, picture, points, theme)
                : null;
        List<Rectangle2D> large = thumbnails == null ? List.of() : thumbnails.place(names.medoids(), area);
        PlacedNames placed = new PlacedNames(g, area, points, names.names(points.order().length), large);
        if (thumbnails != null) {
            thumbnails.draw(g, area, placed.boxes());
        }
        placed.draw(g, theme, lettering);
        return area;
    }

    private static double[] jitter(int n) {
        SplittableRandom random = new SplittableRandom(SEED);
        return random.doubles(n, -1, 1).toArray();
    }

    private String title(double[] x, double[] y) {
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
