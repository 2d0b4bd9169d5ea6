package org.gne.draw;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Names on a map, each written where its rows are densest, so that readers do not depend on colours. No name covers another. */
final class PlacedNames {

    private static final int HALO = 4;
    /** Names of up to so many rows stand beside them. */
    private static final int FEW = 2000;
    /** How far names are moved for that: in rings of steps of so many pixels. */
    private static final int RINGS = 8;

    private static final int STEP = 12;
    /** The distance between lines, as a share of the size of the letters. */
    private static final double LINE = 1.12;

    private record Placed(MapNames.Name name, Font font, double x, double firstBaseline, Rectangle2D box) {}

    private final List<Placed> placed = new ArrayList<>();
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final Rectangle2D area;
    private final MapPoints points;
    private final boolean few;

    /**
     * Finds a position within {@code area} for each name, in their order; a name that would cover another one, or is wider than the area, is left out.
     *
     * @param blocked boxes that no name may cover
     */
    PlacedNames(
            Graphics2D g, Rectangle2D area, MapPoints points, List<MapNames.Name> names, List<Rectangle2D> blocked) {
        this.area = area;
        this.points = points;
        few = points.order().length <= FEW;
        taken.addAll(blocked);
        names.forEach(name -> place(g, name));
    }

    private void place(Graphics2D g, MapNames.Name name) {
        Font font = new Font(Font.SANS_SERIF, name.bold() ? Font.BOLD : Font.PLAIN, name.size());
        double width = 0;
        double top = Double.POSITIVE_INFINITY;
        double bottom = 0;
        for (int line = 0; line < name.text().size(); line++) {
            TextLayout text = new TextLayout(name.text().get(line), font, g.getFontRenderContext());
            Rectangle2D bounds = text.getOutline(null).getBounds2D();
            width = Math.max(width, Math.max(bounds.getWidth(), text.getAdvance()));
            top = Math.min(top, bounds.getMinY() + line * LINE * name.size());
            bottom = bounds.getMaxY() + line * LINE * name.size();
        }
        double height = bottom - top;
        if (width + 2 * HALO > area.getWidth()) {
            return;
        }
        NameDensity density = NameDensity.of(points, name.rows(), area, width / 2);
        for (int cell : density.candidates(name.near())) {
            double x = inside(density.x(cell), area.getMinX(), area.getMaxX(), width);
            double y = inside(density.y(cell), area.getMinY(), area.getMaxY(), height);
            Rectangle2D box = new Rectangle2D.Double(
                    x - width / 2 - HALO, y - height / 2 - HALO, width + 2 * HALO, height + 2 * HALO);
            if (taken.stream().noneMatch(other -> other.intersects(box))) {
                Rectangle2D best = few ? beside(box) : box;
                placed.add(new Placed(name, font, best.getCenterX(), best.getCenterY() - height / 2 - top, best));
                taken.add(best);
                return;
            }
        }
    }

    /** Of few rows, none should be hidden: the box near another one that covers fewest rows, then the nearest. */
    private Rectangle2D beside(Rectangle2D box) {
        Rectangle2D best = box;
        int least = covered(box);
        for (int ring = 1; ring <= RINGS && least > 0; ring++) {
            for (int i = -ring; i <= ring; i++) {
                for (int j = -ring; j <= ring; j++) {
                    if (Math.max(Math.abs(i), Math.abs(j)) < ring) {
                        continue;
                    }
                    Rectangle2D moved = new Rectangle2D.Double(
                            box.getX() + i * STEP, box.getY() + j * STEP, box.getWidth(), box.getHeight());
                    int rows = covered(moved);
                    if (rows < least
                            && area.contains(moved)
                            && taken.stream().noneMatch(other -> other.intersects(moved))) {
                        best = moved;
                        least = rows;
                    }
                }
            }
        }
        return best;
    }

    /** The number of rows under a box. */
    private int covered(Rectangle2D box) {
        int covered = 0;
        for (int row : points.order()) {
            covered += box.contains(points.x()[row], points.y()[row]) ? 1 : 0;
        }
        return covered;
    }

    private static double inside(double middle, double low, double high, double length) {
        double margin = length / 2 + HALO;
        return Math.max(low + margin, Math.min(high - margin, middle));
    }

    /** The boxes of the names, which thumbnails must not cover. */
    List<Rectangle2D> boxes() {
        return placed.stream().map(Placed::box).toList();
    }

    void draw(Graphics2D g, Theme theme, Lettering lettering) {
        for (Placed each : placed) {
            double baseline = each.firstBaseline();
            for (String line : each.name().text()) {
                lettering.write(
                        g,
                        new Lettering.Line(
                                line,
                                each.font(),
                                each.x(),
                                baseline,
                                theme.ink(each.name().ink()),
                                theme.halo(),
                                HALO));
                baseline += LINE * each.name().size();
            }
        }
    }
}
