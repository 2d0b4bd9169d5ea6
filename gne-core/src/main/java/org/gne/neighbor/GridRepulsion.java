package org.gne.neighbor;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.gne.kernel.Parallel;

/**
 * The repulsion of t-SNE between all points of a 2-D map in linear time, by interpolation on a grid and Fourier
 * transforms (Linderman et al. 2019): each point's charge is spread over the 4 x 4 nodes around it, the forces between
 * nodes are summed, and each point interpolates them. It differs from the paper in two ways. A point lies in the middle
 * of its nodes instead of anywhere in a cell, which reduces the error of the cubic to a tenth. And the force is one
 * convolution with a vector kernel instead of a difference of three convolutions with a scalar one, so that floats are
 * precise enough.
 */
final class GridRepulsion implements Repulsion {

    /** The number of nodes along an axis over which a point is spread. */
    private static final int NODES = 4;

    /** The largest distance between nodes; the kernel changes over a distance of 1. */
    private static final float WIDEST = 0.5f;

    private static final int FEWEST_NODES = 120;

    /** The number of rows of nodes whose charges one task sums. */
    private static final int BAND = 16;

    private static final int MOST_SIDE = 2048;

    /** Distances between nodes are powers of this, so that the kernels are seldom transformed again. */
    private static final double STEP = 1.02;

    private GridConvolution convolution;
    private float[] charge;
    private float[] potential;
    private float[] forceX;
    private float[] forceY;
    private float originX;
    private float originY;
    private float spacing;
    private int[] order = new int[0];
    private int[] cellOf = new int[0];
    private int[] starts = new int[0];

    GridRepulsion(Parallel parallel) {
        convolution = new GridConvolution(192, parallel.threads());
        charge = new float[0];
        potential = charge;
        forceX = charge;
        forceY = charge;
    }

    @Override
    public void setPoints(float[] y, Parallel parallel) {
        placeGrid(y, parallel);
        sort(y);
        parallel.run((convolution.side() + BAND - 1) / BAND, (band, worker) -> spread(y, band * BAND));
        convolution.run(charge, potential, forceX, forceY, parallel);
    }

    @Override
    public double forces(float[] y, float[] force, Parallel parallel) {
        int side = convolution.side();
        double[] sums = new double[side];
        parallel.run(side, (row, worker) -> {
            Interpolation probe = new Interpolation();
            double sum = 0;
            for (int p = starts[row * side]; p < starts[(row + 1) * side]; p++) {
                int i = order[p];
                probe.look(y[2 * i], y[2 * i + 1]);
                force[2 * i] = probe.forceX;
                force[2 * i + 1] = probe.forceY;
                sum += probe.potential;
            }
            sums[row] = sum;
        });
        return Math.max(DoubleStream.of(sums).sum() - order.length, Double.MIN_NORMAL);
    }

    @Override
    public Probe probe() {
        return new Interpolation();
    }

    /** Interpolates the field. Outside of the grid it is the field at the border. */
    private final class Interpolation implements Probe {
        private float potential;
        private float forceX;
        private float forceY;
        private final float[] wx = new float[NODES];
        private final float[] wy = new float[NODES];

        @Override
        public float potential() {
            return potential;
        }

        @Override
        public float forceX() {
            return forceX;
        }

        @Override
        public float forceY() {
            return forceY;
        }

        @Override
        public void look(float x, float y) {
            int cellX = cell(x, originX);
            int cellY = cell(y, originY);
            weights(x, originX, cellX, wx);
            weights(y, originY, cellY, wy);
            int side = convolution.side();
            float sum = 0;
            float sumX = 0;
            float sumY = 0;
            for (int b = 0; b < NODES; b++) {
                int at = (cellY - 1 + b) * side + cellX - 1;
                for (int a = 0; a < NODES; a++) {
                    float weight = wx[a] * wy[b];
                    sum += weight * potential(at + a);
                    sumX += weight * GridRepulsion.this.forceX[at + a];
                    sumY += weight * GridRepulsion.this.forceY[at + a];
                }
            }
            potential = sum;
            forceX = sumX;
            forceY = sumY;
        }

        private float potential(int at) {
            return GridRepulsion.this.potential[at];
        }
    }

    private void placeGrid(float[] y, Parallel parallel) {
        float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int i = 0; i < y.length; i++) {
            low[i % 2] = Math.min(low[i % 2], y[i]);
            high[i % 2] = Math.max(high[i % 2], y[i]);
        }
        float range = Math.max(Math.max(high[0] - low[0], high[1] - low[1]), 1e-6f);
        int side = side(Math.max(FEWEST_NODES, range / WIDEST) + NODES);
        if (side != convolution.side() || charge.length == 0) {
            if (side != convolution.side()) {
                convolution = new GridConvolution(side, parallel.threads());
            }
            charge = new float[side * side];
            potential = new float[side * side];
            forceX = new float[side * side];
            forceY = new float[side * side];
        }
        spacing = atLeast(range / (side - NODES));
        convolution.setSpacing(spacing, parallel);
        float half = (side - 1) * spacing / 2;
        originX = (low[0] + high[0]) / 2 - half;
        originY = (low[1] + high[1]) / 2 - half;
    }

    /** The smallest side with at least this many nodes that has a fast transform. */
    private static int side(float nodes) {
        for (int power = 64; power < MOST_SIDE; power *= 2) {
            if (power >= nodes) {
                return power;
            }
            if (power * 3 / 2 >= nodes) {
                return power * 3 / 2;
            }
        }
        return MOST_SIDE;
    }

    private static float atLeast(double least) {
        double value = 1e-9;
        while (value < least) {
            value *= STEP;
        }
        return (float) value;
    }

    /** Sorts the points by the node before them, so that a task reads adjacent memory. */
    private void sort(float[] y) {
        int n = y.length / 2;
        if (order.length != n) {
            order = new int[n];
            cellOf = new int[n];
        }
        int side = convolution.side();
        starts = new int[side * side + 1];
        for (int i = 0; i < n; i++) {
            cellOf[i] = cell(y[2 * i + 1], originY) * side + cell(y[2 * i], originX);
            starts[cellOf[i] + 1]++;
        }
        for (int cell = 0; cell < side * side; cell++) {
            starts[cell + 1] += starts[cell];
        }
        int[] next = starts.clone();
        for (int i = 0; i < n; i++) {
            order[next[cellOf[i]]++] = i;
        }
    }

    /** The node before a coordinate, so that there is one more node before it and two after it. */
    private int cell(float at, float origin) {
        return Math.max(1, Math.min(convolution.side() - 3, (int) ((at - origin) / spacing)));
    }

    /** Sums the charges of some rows of nodes over all points near them, in the order of the points. */
    private void spread(float[] y, int firstRow) {
        int side = convolution.side();
        int lastRow = Math.min(side, firstRow + BAND);
        Arrays.fill(charge, firstRow * side, lastRow * side, 0);
        float[] wx = new float[NODES];
        float[] wy = new float[NODES];
        int firstCell = Math.max(0, firstRow - 2);
        int lastCell = Math.min(side, lastRow + 1);
        for (int p = starts[firstCell * side]; p < starts[lastCell * side]; p++) {
            int i = order[p];
            int cellY = cellOf[i] / side;
            int cellX = cellOf[i] % side;
            weights(y[2 * i], originX, cellX, wx);
            weights(y[2 * i + 1], originY, cellY, wy);
            int from = Math.max(0, firstRow - (cellY - 1));
            int to = Math.min(NODES, lastRow - (cellY - 1));
            for (int b = from; b < to; b++) {
                int at = (cellY - 1 + b) * side + cellX - 1;
                for (int a = 0; a < NODES; a++) {
                    charge[at + a] += wx[a] * wy[b];
                }
            }
        }
    }

    /** The weights of Lagrange's cubics through four nodes, for a coordinate between the second and the third. */
    private void weights(float at, float origin, int cell, float[] weights) {
        float t = Math.max(0, Math.min(1, (at - origin) / spacing - cell));
        weights[0] = -t * (t - 1) * (t - 2) / 6;
        weights[1] = (t + 1) * (t - 1) * (t - 2) / 2;
        weights[2] = -(t + 1) * t * (t - 2) / 2;
        weights[3] = (t + 1) * t * (t - 1) / 6;
    }
}
