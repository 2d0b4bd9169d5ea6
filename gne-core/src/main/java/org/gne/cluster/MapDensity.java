package org.gne.cluster;

import java.util.Arrays;

/**
 * The density of the rows at one scale: a kernel density estimate on a grid. The kernel is a Gaussian, cut off at four standard
 * deviations. Where it is 0, the height of a cell is minus the number of steps to the nearest cell with a density, so that
 * islands far apart meet after those that are close together.
 *
 * @param grid the rows
 * @param width the standard deviation of the kernel, in cells
 * @param heights {@code [cells]}: the density in rows per cell, or minus the distance from the nearest density
 */
record MapDensity(RowGrid grid, double width, float[] heights) {

    private static final double REACH = 4;

    /** The standard deviation has at least so many cells. */
    private static final double FINENESS = 2.5;

    /**
     * @param finest the rows on the finest grid
     * @param width the standard deviation of the kernel, in cells of that grid
     */
    static MapDensity of(RowGrid finest, double width) {
        int factor = 1;
        while (width / (2 * factor) >= FINENESS) {
            factor *= 2;
        }
        RowGrid grid = finest.coarser(factor);
        double own = width / factor;
        float[] kernel = kernel(own);
        float[] values = new float[grid.counts().length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = grid.counts()[cell];
        }
        float[] across = new float[values.length];
        blurAlong(values, across, grid.columns(), grid.lines(), kernel);
        if (grid.lines() > 1) {
            Arrays.fill(values, 0);
            blurAcross(across, values, grid.columns(), grid.lines(), kernel);
            across = values;
        }
        distances(across, grid.columns(), grid.lines());
        return new MapDensity(grid, own, across);
    }

    /** Half of the kernel, from its middle; the whole kernel has the sum 1. */
    private static float[] kernel(double width) {
        double[] half = new double[(int) Math.ceil(REACH * width) + 1];
        double sum = 0;
        for (int i = 0; i < half.length; i++) {
            half[i] = StrictMath.exp(-0.5 * i * i / (width * width));
            sum += i == 0 ? half[i] : 2 * half[i];
        }
        float[] kernel = new float[half.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (half[i] / sum);
        }
        return kernel;
    }

    /** Adds every value to the cells around it in the same line. */
    private static void blurAlong(float[] from, float[] to, int columns, int lines, float[] kernel) {
        for (int cell = 0; cell < columns * lines; cell++) {
            float value = from[cell];
            if (value == 0) {
                continue;
            }
            int column = cell % columns;
            int low = Math.max(0, column - kernel.length + 1);
            int high = Math.min(columns - 1, column + kernel.length - 1);
            for (int j = low; j <= high; j++) {
                to[cell - column + j] += value * kernel[Math.abs(column - j)];
            }
        }
    }

    /** Adds every line to the lines around it: line by line, which is fast because the cells of a line are neighbours in memory. */
    private static void blurAcross(float[] from, float[] to, int columns, int lines, float[] kernel) {
        for (int line = 0; line < lines; line++) {
            int low = Math.max(0, line - kernel.length + 1);
            int high = Math.min(lines - 1, line + kernel.length - 1);
            for (int j = low; j <= high; j++) {
                addLine(from, line * columns, kernel[Math.abs(line - j)], to, j * columns, columns);
            }
        }
    }

    private static void addLine(float[] from, int f0, float factor, float[] to, int t0, int columns) {
        for (int i = 0; i < columns; i++) {
            to[t0 + i] += factor * from[f0 + i];
        }
    }

    /** Replaces zeros by minus the distance from the nearest other cell, in steps to one of the eight cells around. */
    private static void distances(float[] heights, int columns, int lines) {
        int[] queue = new int[heights.length];
        int end = 0;
        for (int cell = 0; cell < heights.length; cell++) {
            if (heights[cell] > 0) {
                queue[end++] = cell;
            }
        }
        for (int at = 0; at < end; at++) {
            int cell = queue[at];
            float next = Math.min(heights[cell], 0) - 1;
            int column = cell % columns;
            int line = cell / columns;
            for (int j = Math.max(0, line - 1); j <= Math.min(lines - 1, line + 1); j++) {
                for (int i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++) {
                    int other = j * columns + i;
                    if (heights[other] == 0) {
                        heights[other] = next;
                        queue[end++] = other;
                    }
                }
            }
        }
    }

    /**
     * The standard deviation of an estimated density: that of a number of rows is its square root, and a Gaussian of two
     * dimensions averages over 4 pi width^2 cells, of one dimension over 2 sqrt(pi) width.
     */
    double noise(double height) {
        double cells = grid.lines() > 1 ? 4 * Math.PI * width * width : 2 * Math.sqrt(Math.PI) * width;
        return Math.sqrt(Math.max(0, height) / cells);
    }
}
