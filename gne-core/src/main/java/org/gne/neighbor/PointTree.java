package org.gne.neighbor;

import org.gne.data.Embedding;

/**
 * A k-d tree (Bentley 1975) over points of few dimensions. A node is a range of the sorted points, cut at its middle on
 * the axis along which it is longest: points before the middle are not above it on that axis, points after it not
 * below.
 */
final class PointTree {

    /** Shorter ranges are searched point by point. */
    static final int LEAF = 12;

    private final int dim;
    private final float[] values;
    private final int[] order;
    private final byte[] axes;
    private final float[] placed;

    /**
     * @param points finite points
     */
    PointTree(Embedding points) {
        dim = points.dim();
        values = points.values();
        int n = points.size();
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        axes = new byte[n];
        build(0, n);
        placed = new float[values.length];
        for (int i = 0; i < n; i++) {
            System.arraycopy(values, order[i] * dim, placed, i * dim, dim);
        }
    }

    int size() {
        return order.length;
    }

    static int middle(int from, int to) {
        return (from + to) >>> 1;
    }

    /** The axis on which a node is cut. */
    int axis(int middle) {
        return axes[middle];
    }

    /** The point at a position of the order. */
    int index(int at) {
        return order[at];
    }

    float coordinate(int at, int axis) {
        return placed[at * dim + axis];
    }

    private void build(int from, int to) {
        if (to - from <= LEAF) {
            return;
        }
        int middle = middle(from, to);
        axes[middle] = longest(from, to);
        select(from, to - 1, middle, axes[middle]);
        build(from, middle);
        build(middle + 1, to);
    }

    private byte longest(int from, int to) {
        byte longest = 0;
        float length = -1;
        for (byte axis = 0; axis < dim; axis++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                float value = values[order[i] * dim + axis];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            if (high - low > length) {
                length = high - low;
                longest = axis;
            }
        }
        return longest;
    }

    /** Hoare's selection: puts the right point at a position of the order, and smaller ones before it. */
    private void select(int first, int last, int wanted, int axis) {
        int low = first;
        int high = last;
        while (low < high) {
            float pivot = values[order[(low + high) >>> 1] * dim + axis];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[order[i] * dim + axis] < pivot) {
                    i++;
                }
                while (values[order[j] * dim + axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (wanted <= j) {
                high = j;
            } else if (wanted >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
