package org.gne.draw;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The density of some rows in a figure, to find a place for their name.
 *
 * @param area the area of the points
 * @param columns the number of cells per line
 * @param density {@code [cells]}: the weighted number of rows in and around each cell; near rows have a higher weight, so that the
 *     name of a few rows is close to them
 */
record NameDensity(Rectangle2D area, int columns, int[] density) {

    /** The side of a cell in pixels. */
    private static final int CELL = 14;

    private static final int REACH = 3;
    private static final int FARTHEST = 9;

    /**
     * @param rows the rows that are named
     * @param half half of the width of the name in pixels: a long name lies where its whole line is dense
     */
    static NameDensity of(MapPoints points, int[] rows, Rectangle2D area, double half) {
        int columns = (int) (area.getWidth() / CELL) + 1;
        int lines = (int) (area.getHeight() / CELL) + 1;
        int[] counts = new int[columns * lines];
        for (int row : rows) {
            if (!Double.isNaN(points.x()[row])) {
                int column = (int) ((points.x()[row] - area.getX()) / CELL);
                int line = (int) ((points.y()[row] - area.getY()) / CELL);
                counts[Math.max(0, Math.min(lines - 1, line)) * columns + Math.max(0, Math.min(columns - 1, column))]++;
            }
        }
        int reach = (int) Math.max(REACH, Math.min(FARTHEST, half / CELL));
        int[] across = blurred(counts, lines, columns, columns, 1, reach);
        return new NameDensity(area, columns, blurred(across, columns, lines, 1, columns, REACH));
    }

    /** Sums along one axis, with weights that fall from the middle. */
    private static int[] blurred(int[] from, int rows, int length, int rowStride, int stride, int reach) {
        int[] to = new int[from.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < length; i++) {
                int value = from[row * rowStride + i * stride];
                for (int j = Math.max(0, i - reach); value > 0 && j <= Math.min(length - 1, i + reach); j++) {
                    to[row * rowStride + j * stride] += value * (reach + 1 - Math.abs(i - j));
                }
            }
        }
        return to;
    }

    /**
     * The cells where the name may be, the densest first.
     *
     * @param near the least density, as a share of the highest
     */
    int[] candidates(double near) {
        int highest = IntStream.of(density).max().orElse(0);
        return IntStream.range(0, density.length)
                .filter(cell -> density[cell] > 0 && density[cell] >= near * highest)
                .boxed()
                .sorted(Comparator.comparing(cell -> -density[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    double x(int cell) {
        return area.getX() + (cell % columns + 0.5) * CELL;
    }

    double y(int cell) {
        return area.getY() + (cell / columns + 0.5) * CELL;
    }
}
