package org.gne.place;

import java.util.Arrays;
import org.gne.data.Embedding;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborSearch;

/**
 * What a point costs because it lies far from all training rows: {@code weight * log(1 + u^2 / 2)}, where u is the distance
 * from the nearest training row, in units of the usual one. Nine of ten training rows have another one within the usual
 * distance.
 *
 * <p>Without it, a row of few values is placed where no row has ever been: the decoder meets these values in many places,
 * and probabilities come nearer to 0 and 1 the farther one goes.
 *
 * <p>Distances are computed on a grid and interpolated.
 */
final class RowDistance {

    /** The largest number of points of the grid. */
    private static final int NODES = 1 << 14;

    private static final double USUAL = 0.9;

    /** The largest usual distance, relative to the longest side of the box: few rows are far apart. */
    private static final float MOST = 0.03f;

    /** The least usual distance, relative to the longest side of the box: rows may all lie on a few points. */
    private static final float LEAST = 0.005f;

    private final Box box;
    private final int dim;
    private final int side;
    private final float[] away;
    private final double weight;

    /**
     * Computes the distances.
     *
     * @param map the coordinates of the training rows, in at most 3 dimensions
     * @param weight the factor of the cost, in the units of the error of a row
     */
    RowDistance(Embedding map, Box box, double weight, Parallel parallel) {
        this.box = box;
        this.weight = weight;
        dim = map.dim();
        side = (int) Math.floor(Math.pow(NODES, 1.0 / dim) + 1e-9);
        NeighborSearch search = NeighborSearch.exact(map, parallel);
        float usual = Math.max(Math.min(usual(map, search, parallel), MOST * longest()), LEAST * longest());
        int count = (int) Math.round(Math.pow(side, dim));
        float[] nodes = new float[count * dim];
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int axis = 0; axis < dim; axis++) {
                nodes[i * dim + axis] = box.low()[axis] + rest % side * length(axis) / (side - 1);
                rest /= side;
            }
        }
        away = search.nearest(new Embedding(nodes, dim), 1, parallel).distances();
        for (int i = 0; i < count; i++) {
            away[i] = (float) Math.sqrt(away[i]) / Math.max(Float.MIN_NORMAL, usual);
        }
    }

    private static float usual(Embedding map, NeighborSearch search, Parallel parallel) {
        if (map.size() < 2) {
            return 0;
        }
        float[] distances = search.graph(1, parallel).distances();
        Arrays.sort(distances);
        return (float) Math.sqrt(distances[(int) (USUAL * (distances.length - 1))]);
    }

    private float length(int axis) {
        return box.high()[axis] - box.low()[axis];
    }

    private float longest() {
        float longest = 0;
        for (int axis = 0; axis < dim; axis++) {
            longest = Math.max(longest, length(axis));
        }
        return longest;
    }

    /** The cost of a point. */
    float cost(float[] places, int at) {
        double u = interpolated(places, at, -1);
        return (float) (weight * StrictMath.log1p(0.5 * u * u));
    }

    /**
     * Adds the cost of a point to the normal equations of a row.
     *
     * @param sums as of {@link NormalEquations#sum}, from {@code s0} on
     */
    void add(float[] places, int at, float[] sums, int s0) {
        double u = interpolated(places, at, -1);
        double[] slope = new double[dim];
        for (int axis = 0; axis < dim; axis++) {
            slope[axis] = interpolated(places, at, axis);
        }
        // Of half the cost, because the equations are those of half the error.
        double pull = 0.5 * weight / (1 + 0.5 * u * u);
        int next = s0;
        for (int a = 0; a < dim; a++) {
            for (int b = 0; b <= a; b++) {
                sums[next++] += (float) (pull * slope[a] * slope[b]);
            }
        }
        for (int a = 0; a < dim; a++) {
            sums[next++] -= (float) (pull * u * slope[a]);
        }
    }

    /**
     * Interpolates between the nodes around a point.
     *
     * @param slope the axis along which the derivative is computed, or -1 for the value
     */
    private double interpolated(float[] places, int at, int slope) {
        double sum = 0;
        for (int corner = 0; corner < 1 << dim; corner++) {
            double part = 1;
            int node = 0;
            int stride = 1;
            for (int axis = 0; axis < dim; axis++) {
                float length = length(axis);
                double position = length > 0 ? (places[at + axis] - box.low()[axis]) / length * (side - 1) : 0;
                int low = (int) Math.max(0, Math.min(side - 2, Math.floor(position)));
                double high = Math.max(0, Math.min(1, position - low));
                boolean upper = (corner >> axis & 1) == 1;
                if (axis == slope) {
                    part *= length > 0 ? (upper ? 1 : -1) * (side - 1) / length : 0;
                } else {
                    part *= upper ? high : 1 - high;
                }
                node += stride * (low + (upper ? 1 : 0));
                stride *= side;
            }
            sum += part * away[node];
        }
        return sum;
    }
}
