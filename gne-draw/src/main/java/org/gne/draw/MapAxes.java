package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The axes of a map: converts coordinates to pixels, and draws the frame with ticks at round numbers.
 *
 * @param area the plot, in pixels
 * @param x the coordinates from its left edge to its right
 * @param y the coordinates from its bottom edge to its top
 */
record MapAxes(Rectangle2D area, AxisRange x, AxisRange y) {

    /** The margin above the plot for the title, in pixels. */
    private static final int TOP = 90;

    private static final int LEFT = 96;
    private static final int BOTTOM = 66;
    private static final int RIGHT = 30;

    /** The smallest distance between ticks, in pixels. */
    private static final int TICK_DISTANCE = 130;

    /**
     * The range of an axis, relative to the range of the rows, so that half a thumbnail fits beside the outermost rows.
     */
    private static final double MARGIN = 1.07;

    /**
     * Creates axes with equal units: a circle on the map is a circle in the figure.
     *
     * @param width the width of the figure in pixels
     * @param height the height of the figure in pixels
     */
    static MapAxes plane(int width, int height, AxisRange x, AxisRange y) {
        Rectangle2D area = inside(width, height);
        double unit = MARGIN * Math.max(x.length() / area.getWidth(), y.length() / area.getHeight());
        return new MapAxes(area, x.around(unit * area.getWidth()), y.around(unit * area.getHeight()));
    }

    /** Creates an x axis only; y is from -1 to 1. */
    static MapAxes line(int width, int height, AxisRange x) {
        return new MapAxes(inside(width, height), x.around(MARGIN * x.length()), new AxisRange(-1.1, 1.1));
    }

    /** Creates axes with independent units, for exactly these ranges. */
    static MapAxes free(int width, int height, AxisRange x, AxisRange y) {
        return new MapAxes(inside(width, height), x, y);
    }

    private static Rectangle2D inside(int width, int height) {
        return new Rectangle2D.Double(LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
    }

    /** The distance of a coordinate from the left, in pixels. */
    double pixelX(double coordinate) {
        return area.getX() + (coordinate - x.low()) / x.length() * area.getWidth();
    }

    /** The distance of a coordinate from the top, in pixels. */
    double pixelY(double coordinate) {
        return area.getMaxY() - (coordinate - y.low()) / y.length() * area.getHeight();
    }

    /** The ticks of the x axis. */
    List<AxisRange.Tick> ticksX() {
        return x.ticks((int) area.getWidth() / TICK_DISTANCE);
    }

    /** The ticks of the y axis. */
    List<AxisRange.Tick> ticksY() {
        return y.ticks((int) area.getHeight() / TICK_DISTANCE);
    }

    /**
     * Draws the frame.
     *
     * @param withY whether the y axis has ticks too
     */
    void draw(Graphics2D g, String title, boolean withY, Theme theme) {
        draw(g, title, ticksX(), withY ? ticksY() : List.of(), theme);
    }

    /** Draws the frame with given ticks. */
    void draw(Graphics2D g, String title, List<AxisRange.Tick> ticksX, List<AxisRange.Tick> ticksY, Theme theme) {
        g.setStroke(new BasicStroke(1));
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        FontMetrics metrics = g.getFontMetrics();
        for (AxisRange.Tick tick : ticksX) {
            double at = pixelX(tick.coordinate());
            g.setColor(theme.grid());
            g.draw(new Line2D.Double(at, area.getY(), at, area.getMaxY()));
            g.setColor(theme.tick());
            float left = (float) (at - metrics.stringWidth(tick.text()) / 2.0);
            g.drawString(tick.text(), left, (float) area.getMaxY() + 34);
        }
        for (AxisRange.Tick tick : ticksY) {
            double at = pixelY(tick.coordinate());
            g.setColor(theme.grid());
            g.draw(new Line2D.Double(area.getX(), at, area.getMaxX(), at));
            g.setColor(theme.tick());
            float left = (float) area.getX() - 14 - metrics.stringWidth(tick.text());
            g.drawString(tick.text(), left, (float) at + metrics.getAscent() / 2f - 3);
        }
        g.setColor(theme.border());
        g.draw(area);
        g.setColor(theme.text());
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 30);
        double share = area.getWidth() / Math.max(1, g.getFontMetrics(font).stringWidth(title));
        g.setFont(share < 1 ? font.deriveFont((float) (30 * share)) : font);
        g.drawString(title, (float) area.getX(), (float) area.getY() - 26);
    }
}
