package org.gne.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.Random;
import org.gne.data.Embedding;
import org.gne.data.RowLabels;
import org.jspecify.annotations.Nullable;

/**
 * The rows as points in a figure.
 *
 * @param x the distances from the left in pixels, one per row; NaN for a row without finite coordinates
 * @param y the distances from the top in pixels, one per row
 * @param looks how the rows are drawn
 * @param order the rows with coordinates, shuffled, so that no class is drawn over all of another
 */
record MapPoints(double[] x, double[] y, RowLooks looks, int[] order) {

    private static final int SEED = 1;

    static MapPoints of(double[] x, double[] y, @Nullable RowLabels labels, MapAxes axes) {
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
        return new MapPoints(left, top, RowLooks.of(labels, x.length), Arrays.copyOf(order, n));
    }

    /** The coordinates of all rows along one axis: {@code [rows]}. */
    static double[] coordinates(Embedding map, int axis) {
        double[] coordinates = new double[map.size()];
        for (int row = 0; row < coordinates.length; row++) {
            coordinates[row] = map.get(row, axis);
        }
        return coordinates;
    }

    /** The size of a mark in pixels; the more rows, the smaller. */
    double markSize(double area) {
        return Math.max(2.6, Math.min(12, 0.55 * Math.sqrt(area / Math.max(1, order.length))));
    }

    /** Draws a mark per row, pale ones first. */
    void draw(Graphics2D g, double area, Theme theme) {
        if (order.length == 0) {
            return;
        }
        double size = markSize(area);
        int opacity = order.length > 5000 ? 150 : 210;
        RowLooks.Look[] all = looks.looks();
        Shape[] shapes = new Shape[all.length];
        Color[] colors = new Color[all.length];
        for (int code = 0; code < all.length; code++) {
            Color color = theme.mark(all[code].color(), all[code].pale());
            shapes[code] = ClassColors.shape(all[code].mark(), size);
            colors[code] = new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
        }
        AffineTransform before = g.getTransform();
        for (boolean pale : new boolean[] {true, false}) {
            for (int row : order) {
                int code = looks.codes()[row];
                if (all[code].pale() == pale) {
                    g.setColor(colors[code]);
                    g.translate(x[row], y[row]);
                    ClassColors.draw(g, all[code].mark(), shapes[code], size);
                    g.setTransform(before);
                }
            }
        }
    }
}
