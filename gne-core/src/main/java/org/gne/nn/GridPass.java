package org.gne.nn;

import java.util.stream.IntStream;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;

/** The computations of {@link GridEncoding} for a tile of rows. */
final class GridPass implements Encoding.Pass {

    /** The nodes along an axis that a point depends on. Along the first axis they are adjacent. */
    private static final int ORDER = Kernel.RUN;

    private final Kernel kernel = Kernels.active();
    private final GridEncoding encoding;
    private final int in;
    private final int width;
    private final int channels;
    /** The number of nodes that a point depends on, over all axes. */
    private final int terms;
    /** {@code [rows, in]}: the position in the box, 0 to 1, and its derivative. */
    private final float[] position;

    private final float[] stretch;
    /** The first parameter of each grid. */
    private final int[] from;
    /** The number of runs of adjacent nodes. */
    private final int runs;
    /** For each grid {@code [rows, runs]}: the first nodes of the runs. */
    private final int[][] at;
    /** For each grid {@code [rows, terms]}: the weights of the nodes; their derivatives along each axis. */
    private final float[][] weights;

    private final float[][][] slopes;
    private final float[] features;

    GridPass(GridEncoding encoding, int capacity) {
        this.encoding = encoding;
        in = encoding.in();
        width = encoding.width();
        channels = encoding.channels();
        int nodes = 1;
        for (int axis = 0; axis < in; axis++) {
            nodes *= ORDER;
        }
        terms = nodes;
        runs = nodes / ORDER;
        int grids = encoding.cells().size();
        from = IntStream.range(0, grids).map(encoding::from).toArray();
        position = new float[capacity * in];
        stretch = new float[capacity * in];
        at = new int[grids][capacity * runs];
        weights = new float[grids][capacity * terms];
        slopes = new float[grids][in][capacity * terms];
        features = new float[capacity * channels];
    }

    @Override
    public void forward(int rows, float[] parameters, float[] coordinates, float[] inputs) {
        positions(rows, parameters, coordinates);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(coordinates, i * in, inputs, i * width, in);
        }
        for (int grid = 0; grid < at.length; grid++) {
            weights(rows, grid);
            kernel.gather(
                    rows, runs, channels, at[grid], weights[grid], parameters, inputs, in + grid * channels, width);
        }
    }

    /** Linear over the inner part of the box; in the margins it approaches the border: {@code x / (1 + x / margin)}. */
    private void positions(int rows, float[] parameters, float[] coordinates) {
        float margin = GridEncoding.MARGIN;
        for (int axis = 0; axis < in; axis++) {
            float low = parameters[axis];
            float inverse = 1 / parameters[in + axis];
            for (int i = axis; i < rows * in; i += in) {
                float u = (coordinates[i] - low) * inverse;
                float slope = inverse;
                if (u > 1 - margin) {
                    float beyond = u - (1 - margin);
                    float shrink = 1 / (1 + beyond / margin);
                    u = 1 - margin + beyond * shrink;
                    slope = inverse * shrink * shrink;
                } else if (u < margin) {
                    float beyond = margin - u;
                    float shrink = 1 / (1 + beyond / margin);
                    u = margin - beyond * shrink;
                    slope = inverse * shrink * shrink;
                }
                position[i] = u;
                stretch[i] = slope;
            }
        }
    }

    private void weights(int rows, int grid) {
        int side = encoding.cells().get(grid);
        for (int i = 0; i < rows; i++) {
            int to = i * terms;
            weights[grid][to] = 1;
            for (float[] slope : slopes[grid]) {
                slope[to] = 1;
            }
            int count = 1;
            int stride = channels;
            int first = from[grid];
            for (int axis = 0; axis < in; axis++) {
                float x = position[i * in + axis] * side;
                // NaN gives cell 0; the sums are NaN then, too.
                int cell = Math.max(0, Math.min(side - 1, (int) x));
                float t = x - cell;
                float slope = stretch[i * in + axis] * side;
                first += cell * stride;
                // From the last node to the first, because the terms so far are in the place of the first.
                join(grid, to, count, axis, 2, 0.5f * t * t, t * slope);
                join(grid, to, count, axis, 1, 0.5f + t * (1 - t), (1 - 2 * t) * slope);
                join(grid, to, count, axis, 0, 0.5f * (1 - t) * (1 - t), (t - 1) * slope);
                count *= ORDER;
                stride *= side + 2;
            }
            starts(at[grid], i * runs, first, side);
        }
    }

    /** Where the runs of a point begin: along all axes but the first, on this cell and the next two. */
    private void starts(int[] to, int t0, int first, int side) {
        to[t0] = first;
        int stride = channels;
        for (int count = 1; count < runs; count *= ORDER) {
            stride *= side + 2;
            for (int r = 0; r < (ORDER - 1) * count; r++) {
                to[t0 + count + r] = to[t0 + r] + stride;
            }
        }
    }

    /** Joins one node along the next axis to all terms so far. */
    private void join(int grid, int to, int count, int axis, int node, float weight, float slope) {
        float[] products = weights[grid];
        int target = to + node * count;
        for (int other = 0; other < in; other++) {
            float factor = other == axis ? slope : weight;
            float[] derivative = slopes[grid][other];
            for (int term = 0; term < count; term++) {
                derivative[target + term] = derivative[to + term] * factor;
            }
        }
        for (int term = 0; term < count; term++) {
            products[target + term] = products[to + term] * weight;
        }
    }

    @Override
    public void backward(int rows, float[] parameters, float[] slope, Gradient gradient, float[] coordinateSlope) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(slope, i * width, coordinateSlope, i * in, in);
        }
        for (int grid = 0; grid < at.length; grid++) {
            int column = in + grid * channels;
            kernel.scatterAdd(rows, runs, channels, at[grid], weights[grid], slope, column, width, gradient.values());
            reach(rows, at[grid], gradient);
            for (int axis = 0; axis < in; axis++) {
                kernel.gather(rows, runs, channels, at[grid], slopes[grid][axis], parameters, features, 0, channels);
                for (int i = 0; i < rows; i++) {
                    coordinateSlope[i * in + axis] += product(slope, i * width + column, features, i * channels);
                }
            }
        }
    }

    private void reach(int rows, int[] starts, Gradient gradient) {
        for (int run = 0; run < rows * runs; run++) {
            gradient.reach(starts[run], starts[run] + ORDER * channels);
        }
    }

    private float product(float[] x, int x0, float[] y, int y0) {
        float sum = 0;
        for (int j = 0; j < channels; j++) {
            sum = Math.fma(x[x0 + j], y[y0 + j], sum);
        }
        return sum;
    }

    @Override
    public void tangent(int rows, float[] parameters, int axis, float[] tangent) {
        int features = encoding.features();
        for (int grid = 0; grid < at.length; grid++) {
            kernel.gather(
                    rows, runs, channels, at[grid], slopes[grid][axis], parameters, tangent, grid * channels, features);
        }
    }
}
