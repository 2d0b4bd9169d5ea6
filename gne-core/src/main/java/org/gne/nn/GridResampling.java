package org.gne.nn;

/**
 * Gives grids new nodes along one axis when their box moves, so that their features at a point stay nearly the same: the quadratic
 * spline through the old features at the new nodes ({@code c_k = (-f_(k-1) + 10 f_k - f_(k+1)) / 8}, a quasi-interpolant, exact for
 * polynomials of degree 2: de Boor and Fix 1973). The moments of Adam are sampled without that correction, so that no second
 * moment becomes negative.
 */
final class GridResampling {

    private static final int ORDER = 3;

    private final GridEncoding grids;
    private final int axis;
    private final GridBox before;
    private final GridBox after;

    GridResampling(GridEncoding grids, int axis, GridBox before, GridBox after) {
        this.grids = grids;
        this.axis = axis;
        this.before = before;
        this.after = after;
    }

    void apply(AdamState state) {
        for (int grid = 0; grid < grids.cells().size(); grid++) {
            lines(grid, state.parameters(), true);
            lines(grid, state.first(), false);
            lines(grid, state.second(), false);
        }
    }

    /** Samples all lines of nodes along the axis. */
    private void lines(int grid, float[] values, boolean sharpened) {
        int side = grids.cells().get(grid);
        int nodes = side + 2;
        int stride = grids.channels();
        for (int each = 0; each < axis; each++) {
            stride *= nodes;
        }
        int length = stride * nodes;
        int all = grids.channels();
        for (int each = 0; each < grids.in(); each++) {
            all *= nodes;
        }
        int[] first = new int[nodes];
        float[] weights = new float[ORDER * nodes];
        weights(side, first, weights);
        float[] line = new float[nodes];
        for (int block = 0; block < all; block += length) {
            for (int offset = 0; offset < stride; offset++) {
                line(values, grids.from(grid) + block + offset, stride, first, weights, line, sharpened);
            }
        }
    }

    /** For each new node the first of the three old nodes around its centre, and their weights. */
    private void weights(int side, int[] first, float[] weights) {
        for (int node = 0; node < first.length; node++) {
            float x = before.position(after.coordinate((node - 0.5f) / side)) * side;
            int cell = Math.max(0, Math.min(side - 1, (int) x));
            float t = x - cell;
            first[node] = cell;
            weights[ORDER * node] = 0.5f * (1 - t) * (1 - t);
            weights[ORDER * node + 1] = 0.5f + t * (1 - t);
            weights[ORDER * node + 2] = 0.5f * t * t;
        }
    }

    private static void line(
            float[] values, int from, int stride, int[] first, float[] weights, float[] line, boolean sharpened) {
        int nodes = first.length;
        for (int node = 0; node < nodes; node++) {
            float sum = 0;
            for (int k = 0; k < ORDER; k++) {
                sum += weights[ORDER * node + k] * values[from + (first[node] + k) * stride];
            }
            line[node] = sum;
        }
        for (int node = 0; node < nodes; node++) {
            boolean inner = node > 0 && node < nodes - 1;
            values[from + node * stride] =
                    sharpened && inner ? (10 * line[node] - line[node - 1] - line[node + 1]) / 8 : line[node];
        }
    }
}
