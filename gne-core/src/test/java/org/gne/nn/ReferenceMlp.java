package org.gne.nn;

/** The network once more, in double precision and as plainly as it can be said: what finite differences are taken of. */
public final class ReferenceMlp {

    private ReferenceMlp() {}

    /** Outputs {@code [rows][out]}. */
    public static double[][] forward(MlpShape shape, double[] parameters, double[][] inputs) {
        double[][] outputs = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            int[] at = {shape.encoding().parameters()};
            double[] encoded = ReferenceEncoding.of(shape.encoding(), parameters, inputs[i]);
            double[] h = dense(parameters, at, encoded, shape.hidden());
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
            outputs[i] = ReferenceHeads.means(shape.heads(), dense(parameters, at, h, shape.out()));
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

    /** The weighted losses of the targets that are known (not NaN), over the number of rows and source columns. */
    public static double loss(Heads heads, double[][] outputs, double[][] targets) {
        double sum = 0;
        for (int i = 0; i < outputs.length; i++) {
            sum += ReferenceHeads.loss(heads, outputs[i], targets[i]);
        }
        return sum / outputs.length / heads.sources();
    }
}
