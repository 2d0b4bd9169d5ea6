package org.gne.cluster;

import org.gne.data.Embedding;
import org.gne.data.MapRange;

/**
 * How many rows lie in each cell of a grid over the map. Cells are squares. Rows far outside of the others count in the cell at the border.
 *
 * @param left the left edge of the grid, in map units
 * @param bottom its lower edge
 * @param step the side of a cell
 * @param columns the number of cells along the first axis
 * @param lines the number of cells along the second axis; 1 for a map of one dimension
 * @param counts {@code [lines * columns]}: the rows in each cell, line by line from the bottom left
 */
record RowGrid(double left, double bottom, double step, int columns, int lines, int[] counts) {

    /** The number of cells along the longer side of the map. */
    private static final int CELLS = 512;

    /** The share of the rows beyond either end that may be outliers. */
    private static final double OUTSIDE = 0.002;

    /** The share of the map's size that is added at each side. */
    private static final double MARGIN = 0.05;

    /** The finest grid over the first two dimensions of a map. */
    static RowGrid of(Embedding map) {
        MapRange x = range(map, 0);
        MapRange y = map.dim() > 1 ? range(map, 1) : new MapRange(0, 0);
        double longer = Math.max(x.length(), y.length());
        double side = longer > 0 ? longer : Math.max(1, Math.abs(x.high()));
        double step = side * (1 + 2 * MARGIN) / CELLS;
        int columns = cells(x, side, step);
        int lines = map.dim() > 1 ? cells(y, side, step) : 1;
        RowGrid empty = new RowGrid(
                middle(x) - columns * step / 2,
                map.dim() > 1 ? middle(y) - lines * step / 2 : 0,
                step,
                columns,
                lines,
                new int[columns * lines]);
        for (int row = 0; row < map.size(); row++) {
            int cell = empty.cell(map, row);
            if (cell >= 0) {
                empty.counts[cell]++;
            }
        }
        return empty;
    }

    /** The range of the rows with finite coordinates, without outliers. */
    private static MapRange range(Embedding map, int axis) {
        MapRange central = MapRange.central(map, axis, OUTSIDE, Integer.MAX_VALUE);
        return Double.isFinite(central.low()) && Double.isFinite(central.high()) ? central : MapRange.whole(map, axis);
    }

    private static double middle(MapRange range) {
        return (range.low() + range.high()) / 2;
    }

    private static int cells(MapRange range, double side, double step) {
        return (int) Math.ceil((range.length() + 2 * MARGIN * side) / step);
    }

    /** The cell of a row, or -1 if its coordinates are not finite. */
    int cell(Embedding map, int row) {
        float x = map.get(row, 0);
        float y = map.dim() > 1 ? map.get(row, 1) : 0;
        if (!Float.isFinite(x) || !Float.isFinite(y)) {
            return -1;
        }
        return index(y, bottom, lines) * columns + index(x, left, columns);
    }

    private int index(float at, double low, int cells) {
        return (int) Math.max(0, Math.min(cells - 1, Math.floor((at - low) / step)));
    }

    /** The same rows in cells whose side is {@code factor} times as long. */
    RowGrid coarser(int factor) {
        if (factor == 1) {
            return this;
        }
        int wide = (columns + factor - 1) / factor;
        int high = (lines + factor - 1) / factor;
        int[] sums = new int[wide * high];
        for (int cell = 0; cell < counts.length; cell++) {
            sums[cell / columns / factor * wide + cell % columns / factor] += counts[cell];
        }
        return new RowGrid(left, bottom, step * factor, wide, high, sums);
    }

    /** The first coordinate of the centre of a cell. */
    double x(int cell) {
        return left + (cell % columns + 0.5) * step;
    }

    /** The second coordinate of the centre of a cell. */
    double y(int cell) {
        return bottom + (cell / columns + 0.5) * step;
    }
}
