package org.gne.draw;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses rows to show as patches of one size, centred on their coordinates, so that no patch covers another. The
 * distance between patches is reduced until there are enough of them.
 *
 * @param width the width of a patch in pixels
 * @param height the height of a patch in pixels
 * @param area the area that contains all patches
 * @param taken boxes that patches must not cover
 */
record PatchLayout(double width, double height, Rectangle2D area, List<Rectangle2D> taken) {

    /** The smallest distance between patches, in pixels. */
    private static final double GAP = 3;

    private static final double WIDEST = 3;
    private static final double CLOSER = 0.93;

    /**
     * Chooses rows.
     *
     * @param enough the wanted number of patches; there may be about a fifth more, or fewer on a small map
     * @return rows whose patches do not overlap, in the order of {@code points}
     */
    int[] choose(MapPoints points, int enough) {
        double factor = WIDEST;
        while (true) {
            double stepX = Math.max(width + GAP, factor * width);
            double stepY = Math.max(height + GAP, factor * height);
            int[] chosen = choose(points, stepX, stepY);
            if (chosen.length >= enough || (stepX == width + GAP && stepY == height + GAP)) {
                return chosen;
            }
            factor *= CLOSER;
        }
    }

    private int[] choose(MapPoints points, double stepX, double stepY) {
        int columns = (int) (area.getWidth() / stepX) + 1;
        int rows = (int) (area.getHeight() / stepY) + 1;
        // A cell holds the centre of at most one patch, because two would be closer than a step.
        int[] cells = new int[columns * rows];
        Arrays.fill(cells, -1);
        int[] chosen = new int[cells.length];
        int n = 0;
        for (int row : points.order()) {
            double x = points.x()[row];
            double y = points.y()[row];
            Rectangle2D patch = new Rectangle2D.Double(x - width / 2, y - height / 2, width, height);
            if (!area.contains(patch)) {
                continue;
            }
            int column = (int) ((x - area.getX()) / stepX);
            int line = (int) ((y - area.getY()) / stepY);
            if (isFree(points, cells, columns, column, line, x, y, stepX, stepY)
                    && taken.stream().noneMatch(patch::intersects)) {
                cells[line * columns + column] = row;
                chosen[n++] = row;
            }
        }
        return Arrays.copyOf(chosen, n);
    }

    private static boolean isFree(
            MapPoints points,
            int[] cells,
            int columns,
            int column,
            int line,
            double x,
            double y,
            double stepX,
            double stepY) {
        int lines = cells.length / columns;
        for (int j = Math.max(0, line - 1); j <= Math.min(lines - 1, line + 1); j++) {
            for (int i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++) {
                int other = cells[j * columns + i];
                if (other >= 0 && Math.abs(points.x()[other] - x) < stepX && Math.abs(points.y()[other] - y) < stepY) {
                    return false;
                }
            }
        }
        return true;
    }
}
