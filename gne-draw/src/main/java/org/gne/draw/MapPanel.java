package org.gne.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
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
 */
record MapPanel(
        String title,
        Embedding embedding,
        @Nullable RowLabels labels,
        @Nullable Samples shown) {

    private static final int SEED = 1;

    MapPanel {
        check("labels", labels == null ? embedding.size() : labels.size(), embedding.size());
        check("rows", shown == null ? embedding.size() : shown.size(), embedding.size());
    }

    private static void check(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(found + " " + what + " for " + expected + " points, expected as many");
        }
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
        return draw(g, width, height, (pen, points, area) -> points.draw(pen, area.getWidth() * area.getHeight()));
    }

    /** Draws the map with other marks. */
    Rectangle2D draw(Graphics2D g, int width, int height, Marks marks) {
        double[] x = MapPoints.coordinates(embedding, 0);
        double[] y = isPlane() ? MapPoints.coordinates(embedding, 1) : jitter(x.length);
        AxisRange rangeX = AxisRange.of(MapRange.whole(embedding, 0));
        MapAxes axes = isPlane()
                ? MapAxes.plane(width, height, rangeX, AxisRange.of(MapRange.whole(embedding, 1)))
                : MapAxes.line(width, height, rangeX);
        axes.draw(g, title(x, y), isPlane());
        Rectangle2D area = axes.area();
        MapPoints points = MapPoints.of(x, y, labels, axes);
        marks.draw(g, points, area);
        ClassNames names = labels instanceof Labels classes ? new ClassNames(g, area, points, classes) : null;
        if (shown != null && shown.schema() instanceof Schema.Picture picture) {
            List<Rectangle2D> taken = names == null ? List.of() : names.boxes();
            new Thumbnails(shown, picture, points).draw(g, area, taken);
        }
        if (names != null) {
            names.draw(g);
        }
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
