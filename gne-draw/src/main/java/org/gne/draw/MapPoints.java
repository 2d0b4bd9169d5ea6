package org.gne.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * The rows as points in a figure.
 *
 * @param x the distances from the left in pixels, one per row; NaN for a row without finite coordinates
 * @param y the distances from the top in pixels, one per row
 * @param labels the classes, or null
 * @param order the rows with coordinates, shuffled, so that no class is drawn over all of another
 */
record MapPoints(double[] x, double[] y, @Nullable Labels labels, int[] order) {

    private static final int SEED = 1;

    static MapPoints of(double[] x, double[] y, @Nullable Labels labels, MapAxes axes) {
        double[] left = new double[x.length];
        double[] top = new double[x.length];
        int[] order = new int[x.length];
        int n = 0;
        Random random = new Random(SEED);
        for (int row = 0; row < x.length; row++) {
            boolean there = Double.isFinite(x[row]) && Double.isFinite(y[row]);
            left[row] = there ? axes.pixelX(x[row]) : Double.NaN;
            top[row] = there ? axes.pixelY(y[row]) : Double.NaN;
            if (there) {
                // Shuffle while adding: the new row takes a random position, and the row there goes to the end.
                int place = random.nextInt(n + 1);
                order[n++] = order[place];
                order[place] = row;
            }
        }
        return new MapPoints(left, top, labels, Arrays.copyOf(order, n));
    }

    /** The coordinates of all rows along one axis: {@code [rows]}. */
    static double[] coordinates(Embedding map, int axis) {
        double[] coordinates = new double[map.size()];
        for (int row = 0; row < coordinates.length; row++) {
            coordinates[row] = map.get(row, axis);
        }
        return coordinates;
    }

    /** The class of a row, -1 if it is not known. */
    int label(int row) {
        return labels == null ? -1 : labels.classes()[row];
    }

    /** The size of a mark in pixels; the more rows, the smaller. */
    double markSize(double area) {
        return Math.max(2.6, Math.min(12, 0.55 * Math.sqrt(area / Math.max(1, order.length))));
    }

    /** Draws a mark per row. */
    void draw(Graphics2D g, double area) {
        if (order.length == 0) {
            return;
        }
        double size = markSize(area);
        int opacity = order.length > 5000 ? 150 : 210;
        int classes = labels == null ? 0 : labels.names().size();
        Shape[] marks = new Shape[classes + 1];
        Color[] colors = new Color[classes + 1];
        for (int label = -1; label < classes; label++) {
            Color color = ClassColors.of(label);
            marks[label + 1] = ClassColors.mark(label, size);
            colors[label + 1] = new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
        }
        AffineTransform before = g.getTransform();
        for (int row : order) {
            int label = label(row);
            g.setColor(colors[label + 1]);
            g.translate(x[row], y[row]);
            g.fill(marks[label + 1]);
            g.setTransform(before);
        }
    }
}
