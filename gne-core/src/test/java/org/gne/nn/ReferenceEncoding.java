package org.gne.nn;

import java.util.Arrays;

/** The encodings once more, in double precision and straight from their formulas. */
final class ReferenceEncoding {

    private ReferenceEncoding() {}

    /** The inputs of the first layer at a point. */
    static double[] of(Encoding encoding, double[] parameters, double[] point) {
        double[] inputs = Arrays.copyOf(point, encoding.width());
        if (encoding instanceof GridEncoding grids) {
            grids(grids, parameters, point, inputs);
        } else if (encoding instanceof SineEncoding waves) {
            for (int j = 0; j < waves.features(); j++) {
                double angle = parameters[waves.in() * waves.features() + j];
                for (int axis = 0; axis < waves.in(); axis++) {
                    angle += point[axis] * parameters[axis * waves.features() + j];
                }
                inputs[waves.in() + j] = Math.sin(angle);
            }
        }
        return inputs;
    }

    private static void grids(GridEncoding grids, double[] parameters, double[] point, double[] inputs) {
        int in = grids.in();
        int from = 2 * in;
        for (int grid = 0; grid < grids.cells().size(); grid++) {
            int side = grids.cells().get(grid);
            int nodes = (int) Math.pow(side + 2, in);
            for (int node = 0; node < nodes; node++) {
                double weight = 1;
                int rest = node;
                for (int axis = 0; axis < in; axis++) {
                    double u = squash((point[axis] - parameters[axis]) / parameters[in + axis]);
                    // Node i is centred on cell i - 1.
                    weight *= spline(u * side - (rest % (side + 2) - 0.5));
                    rest /= side + 2;
                }
                for (int channel = 0; channel < grids.channels(); channel++) {
                    inputs[in + grid * grids.channels() + channel] +=
                            weight * parameters[from + node * grids.channels() + channel];
                }
            }
            from += nodes * grids.channels();
        }
    }

    private static double squash(double u) {
        double margin = GridEncoding.MARGIN;
        if (u > 1 - margin) {
            double beyond = u - (1 - margin);
            return 1 - margin + beyond / (1 + beyond / margin);
        }
        if (u < margin) {
            double beyond = margin - u;
            return margin - beyond / (1 + beyond / margin);
        }
        return u;
    }

    /** The quadratic B-spline around 0. */
    private static double spline(double x) {
        double size = Math.abs(x);
        if (size <= 0.5) {
            return 0.75 - size * size;
        }
        return size < 1.5 ? (1.5 - size) * (1.5 - size) / 2 : 0;
    }
}
