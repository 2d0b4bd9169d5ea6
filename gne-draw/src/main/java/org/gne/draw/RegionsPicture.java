package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gne.analysis.Regions;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.MapRange;

/**
 * Draws the decision regions of a map: light class colours, lines between them, and stripes where the decoder gives
 * another class.
 */
public final class RegionsPicture {

    private static final int WIDTH = 1800;
    private static final int HEIGHT = 1600;

    /** The share of a class's colour where rows lie; the rest is white. */
    private static final double LIGHT = 0.6;

    private static final double PALE = 0.16;

    /** The distance between stripes in pixels. */
    private static final int STRIPES = 9;

    private static final Color TEXT = new Color(0x555555);

    private RegionsPicture() {}

    /**
     * Draws regions as PNG, 1800 x 1600 pixels.
     *
     * @param file the file; if writing fails, an existing file stays as it was
     * @param title the title, one line
     * @param map the coordinates of the rows; the names of classes are written where their rows are densest
     * @param labels their classes; of more than 40, all but the largest share a pale look
     * @throws IOException if the file cannot be written, or the Java installation has no font
     */
    public static void write(Path file, String title, Regions regions, Embedding map, Labels labels)
            throws IOException {
        PngFile.checkFonts(file);
        try (Canvas canvas = Canvas.of(WIDTH, HEIGHT)) {
            Graphics2D g = canvas.g();
            Legend legend = Legend.of(g, labels, HEIGHT);
            MapAxes axes = MapAxes.plane(WIDTH - legend.width(), HEIGHT, range(regions.x()), range(regions.y()));
            axes.draw(g, title.replaceAll("\\p{Cntrl}", " ").strip(), true, Theme.LIGHT);
            Cells cells = new Cells(axes, regions, ClassLooks.of(labels));
            cells.fill(g);
            cells.stripe(g);
            cells.bound(g);
            MapPoints points = MapPoints.of(MapPoints.coordinates(map, 0), MapPoints.coordinates(map, 1), labels, axes);
            new PlacedNames(g, axes.area(), points, MapNames.classes(labels).names(points.order().length), List.of())
                    .draw(g, Theme.LIGHT, Lettering.SHAPES);
            legend.draw(g, WIDTH - legend.width(), axes.area(), Theme.LIGHT);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
            g.setColor(TEXT);
            g.drawString(
                    "Colour: class of the nearest rows on the map. Stripes: class of the decoded sample, if it is"
                            + " different. Pale: hardly any rows.",
                    (float) axes.area().getX(),
                    (float) axes.area().getMaxY() + 60);
            PngFile.write(file, canvas.image());
        }
    }

    /** As it stands: the cells end there. */
    private static AxisRange range(MapRange range) {
        return new AxisRange(range.low(), range.high());
    }

    /** The cells in the figure. */
    private record Cells(MapAxes axes, Regions regions, ClassLooks looks) {

        private double left(int column) {
            return axes.pixelX(regions.x().low() + regions.x().length() * column / regions.columns());
        }

        private double top(int line) {
            return axes.pixelY(regions.y().high() - regions.y().length() * line / regions.lines());
        }

        private Rectangle2D box(int cell) {
            int column = cell % regions.columns();
            int line = cell / regions.columns();
            // Whole pixels, so that there are no gaps between cells.
            double x = Math.rint(left(column));
            double y = Math.rint(top(line));
            return new Rectangle2D.Double(x, y, Math.rint(left(column + 1)) - x, Math.rint(top(line + 1)) - y);
        }

        void fill(Graphics2D g) {
            for (int cell = 0; cell < regions.byNeighbors().length; cell++) {
                double share = regions.populated()[cell] ? LIGHT : PALE;
                g.setColor(light(looks.color(regions.byNeighbors()[cell]), share));
                g.fill(box(cell));
            }
        }

        /** Draws stripes in the colour of the decoder's class, with one pattern over the whole figure. */
        void stripe(Graphics2D g) {
            Shape before = g.getClip();
            g.setStroke(new BasicStroke(3.5f));
            int classes = 0;
            for (int label : regions.byDecoder()) {
                classes = Math.max(classes, label + 1);
            }
            for (int label = 0; label < classes; label++) {
                Path2D where = new Path2D.Double();
                for (int cell = 0; cell < regions.byDecoder().length; cell++) {
                    if (regions.populated()[cell]
                            && regions.byDecoder()[cell] == label
                            && regions.byNeighbors()[cell] != label) {
                        where.append(box(cell), false);
                    }
                }
                g.clip(where);
                g.setColor(looks.color(label));
                Rectangle2D area = where.getBounds2D();
                double reach = area.getHeight();
                double first = Math.floor((area.getX() + area.getY()) / STRIPES) * STRIPES;
                for (double at = first; at < area.getMaxX() + area.getMaxY(); at += STRIPES) {
                    double x = at - area.getY();
                    g.draw(new Line2D.Double(x, area.getY(), x - reach, area.getMaxY()));
                }
                g.setClip(before);
            }
        }

        /** Draws lines between cells of different classes. */
        void bound(Graphics2D g) {
            int columns = regions.columns();
            for (int cell = 0; cell < regions.byNeighbors().length; cell++) {
                Rectangle2D box = box(cell);
                if (cell % columns + 1 < columns && differ(g, cell, cell + 1)) {
                    g.draw(new Line2D.Double(box.getMaxX(), box.getY(), box.getMaxX(), box.getMaxY()));
                }
                if (cell + columns < regions.byNeighbors().length && differ(g, cell, cell + columns)) {
                    g.draw(new Line2D.Double(box.getX(), box.getMaxY(), box.getMaxX(), box.getMaxY()));
                }
            }
        }

        /** Whether there is a line between two cells; sets the pen for it. */
        private boolean differ(Graphics2D g, int cell, int other) {
            boolean populated = regions.populated()[cell] || regions.populated()[other];
            g.setStroke(new BasicStroke(populated ? 2.5f : 1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.setColor(populated ? new Color(0x444444) : new Color(0xc8c8c8));
            int here = regions.byNeighbors()[cell];
            int there = regions.byNeighbors()[other];
            // Lines between hundreds of small classes would hide everything else.
            return here != there && !(looks.isOther(here) && looks.isOther(there));
        }
    }

    private static Color light(Color color, double share) {
        return new Color(mixed(color.getRed(), share), mixed(color.getGreen(), share), mixed(color.getBlue(), share));
    }

    private static int mixed(int channel, double share) {
        return (int) Math.round(255 + share * (channel - 255));
    }
}
