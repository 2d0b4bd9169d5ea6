package org.gne.nn;

/** The network once more, in double precision and as plainly as it can be said: what finite differences are taken of. */
public final class ReferenceMlp {

    private ReferenceMlp() {}

    /** Outputs {@code [rows][out]}. */
    public static double[][] forward(MlpShape shape, double[] parameters, double[][] inputs) {
        double[][] outputs = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            int[] at = {0};
            double[] h = dense(parameters, at, inputs[i], shape.hidden());
            for (int j = 0; j < h.length; j++) {
                h[j] = h[j] > 0 ? h[j] : Math.expm1(h[j]);
            }
            for (int block = 0; block < shape.blocks(); block++) {
                double[] inner = dense(parameters, at, h, shape.hidden());
                for (int j = 0; j < inner.length; j++) {
                    inner[j] = Math.max(inner[j], 0);
                }
                double[] outer = dense(parameters, at, inner, shape.hidden());
                for (int j = 0; j < h.length; j++) {
                    h[j] += outer[j];
                }
            }
            outputs[i] = dense(parameters, at, h, shape.out());
            for (int j = 0; j < shape.out() && shape.heads().stretches().get(0).head() != HeadKinds.REAL; j++) {
                outputs[i][j] = 1 / (1 + Math.exp(-outputs[i][j]));
            }
        }
        return outputs;
    }

    private static double[] dense(double[] parameters, int[] at, double[] x, int outputs) {
        double[] y = new double[outputs];
        for (int j = 0; j < outputs; j++) {
            y[j] = parameters[at[0] + x.length * outputs + j];
            for (int i = 0; i < x.length; i++) {
                y[j] += x[i] * parameters[at[0] + i * outputs + j];
            }
        }
        at[0] += (x.length + 1) * outputs;
        return y;
    }

    /** The mean over the targets that are known: not NaN. */
    public static double loss(Loss loss, double[][] outputs, double[][] targets) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < outputs.length; i++) {
            for (int j = 0; j < outputs[i].length; j++) {
                double y = outputs[i][j];
                double t = targets[i][j];
                if (Double.isNaN(t)) {
                    continue;
                }
                sum += loss == Loss.SQUARED_ERROR ? (y - t) * (y - t) : -t * Math.log(y) - (1 - t) * Math.log1p(-y);
                count++;
            }
        }
        return sum / count;
    }
}
