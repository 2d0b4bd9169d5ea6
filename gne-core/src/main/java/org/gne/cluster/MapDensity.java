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
        blur(values, across, grid.lines(), grid.columns(), grid.columns(), 1, kernel);
        if (grid.lines() > 1) {
            Arrays.fill(values, 0);
            blur(across, values, grid.columns(), grid.lines(), 1, grid.columns(), kernel);
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

    /** Adds every value to the cells around it along one axis. */
    private static void blur(
            float[] from, float[] to, int rows, int length, int rowStride, int stride, float[] kernel) {
        for (int row = 0; row < rows; row++) {
            int start = row * rowStride;
            for (int i = 0; i < length; i++) {
                float value = from[start + i * stride];
                if (value == 0) {
                    continue;
                }
                int low = Math.max(0, i - kernel.length + 1);
                int high = Math.min(length - 1, i + kernel.length - 1);
                for (int j = low; j <= high; j++) {
                    to[start + j * stride] += value * kernel[Math.abs(i - j)];
                }
            }
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
