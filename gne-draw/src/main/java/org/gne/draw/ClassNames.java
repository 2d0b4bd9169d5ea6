package org.gne.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gne.data.Labels;

/** The names of the classes, each written where its rows are densest, so that readers do not depend on colours. */
final class ClassNames {

    /** The side of the cells in which rows are counted, in pixels. */
    private static final int CELL = 14;

    private static final int REACH = 3;
    private static final int HALO = 4;

    private record Placed(Shape outline, Color ink, Rectangle2D box) {}

    private final List<Placed> placed = new ArrayList<>();

    /**
     * Finds a position within {@code area} for the name of each class that has a look of its own ({@link ClassLooks}); a name
     * that would cover another one is left out.
     */
    ClassNames(Graphics2D g, Rectangle2D area, MapPoints points, Labels labels) {
        List<List<Integer>> rows = IntStream.range(0, labels.names().size())
                .mapToObj(i -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int row : points.order()) {
            int label = labels.classes()[row];
            if (label >= 0) {
                rows.get(label).add(row);
            }
        }
        ClassLooks looks = ClassLooks.of(labels);
        IntStream.of(looks.shown())
                .boxed()
                .filter(label -> !rows.get(label).isEmpty())
                .sorted(Comparator.comparing(label -> -rows.get(label).size()))
                .forEach(label -> place(g, area, points, rows.get(label), looks.ink(label), name(labels, label)));
    }

    /** The name of a class in figures: one short line. */
    static String name(Labels labels, int label) {
        String name = labels.names().get(label).replaceAll("\\p{Cntrl}", " ").strip();
        if (name.isEmpty()) {
            return "(no name)";
        }
        return name.length() <= 24 ? name : name.substring(0, 22).strip() + "\u2026";
    }

    private void place(Graphics2D g, Rectangle2D area, MapPoints points, List<Integer> rows, Color ink, String name) {
        // Small classes have small names.
        int size = name.length() <= 2 ? 46 : rows.size() < points.order().length / 12 ? 22 : 30;
        TextLayout text = new TextLayout(name, new Font(Font.SANS_SERIF, Font.BOLD, size), g.getFontRenderContext());
        Rectangle2D bounds = text.getOutline(null).getBounds2D();
        int columns = (int) (area.getWidth() / CELL) + 1;
        int[] density = density(area, columns, points, rows);
        int[] densest = IntStream.range(0, density.length)
                .filter(cell -> density[cell] > 0)
                .boxed()
                .sorted(Comparator.comparing(cell -> -density[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int cell : densest) {
            double x = inside(
                    area.getX() + (cell % columns + 0.5) * CELL, area.getMinX(), area.getMaxX(), bounds.getWidth());
            double y = inside(
                    area.getY() + (cell / columns + 0.5) * CELL, area.getMinY(), area.getMaxY(), bounds.getHeight());
            Rectangle2D box = new Rectangle2D.Double(
                    x - bounds.getWidth() / 2 - HALO,
                    y - bounds.getHeight() / 2 - HALO,
                    bounds.getWidth() + 2 * HALO,
                    bounds.getHeight() + 2 * HALO);
            if (placed.stream().noneMatch(other -> other.box().intersects(box))) {
                AffineTransform move =
                        AffineTransform.getTranslateInstance(x - bounds.getCenterX(), y - bounds.getCenterY());
                placed.add(new Placed(text.getOutline(move), ink, box));
                return;
            }
        }
    }

    private static double inside(double middle, double low, double high, double length) {
        double margin = length / 2 + HALO;
        return Math.max(low + margin, Math.min(high - margin, middle));
    }

    /** The weighted number of rows in and around each cell. */
    private static int[] density(Rectangle2D area, int columns, MapPoints points, List<Integer> rows) {
        int lines = (int) (area.getHeight() / CELL) + 1;
        int[] density = new int[columns * lines];
        for (int row : rows) {
            int column = (int) ((points.x()[row] - area.getX()) / CELL);
            int line = (int) ((points.y()[row] - area.getY()) / CELL);
            for (int j = Math.max(0, line - REACH); j <= Math.min(lines - 1, line + REACH); j++) {
                for (int i = Math.max(0, column - REACH); i <= Math.min(columns - 1, column + REACH); i++) {
                    // Near rows have a higher weight, so that the name of a few rows is close to them.
                    density[j * columns + i] += REACH + 1 - Math.max(Math.abs(i - column), Math.abs(j - line));
                }
            }
        }
        return density;
    }

    /** The boxes of the names, which thumbnails must not cover. */
    List<Rectangle2D> boxes() {
        return placed.stream().map(Placed::box).toList();
    }

    void draw(Graphics2D g) {
        for (Placed name : placed) {
            g.setColor(new Color(255, 255, 255, 225));
            g.setStroke(new BasicStroke(2 * HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(name.outline());
            g.setColor(name.ink());
            g.fill(name.outline());
        }
    }
}
