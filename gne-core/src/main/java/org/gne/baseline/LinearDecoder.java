package org.gne.baseline;

import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.nn.Decoder;
import org.gne.nn.Heads;
import org.gne.nn.Workspace;

/**
 * A decoder that is a linear function of the codes.
 *
 * @param weights {@code [in, out]}
 * @param bias {@code [out]}
 */
record LinearDecoder(float[] weights, float[] bias) implements Decoder {

    @Override
    public int in() {
        return weights.length / bias.length;
    }

    @Override
    public int out() {
        return bias.length;
    }

    @Override
    public Heads heads() {
        return Heads.real(out());
    }

    @Override
    public Pass pass() {
        Kernel kernel = Kernels.active();
        float[] input = new float[Workspace.TILE * in()];
        float[] output = new float[Workspace.TILE * out()];
        return new Pass() {
            @Override
            public float[] input() {
                return input;
            }

            @Override
            public float[] output() {
                return output;
            }

            @Override
            public void run(int rows) {
                int width = out();
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(bias, 0, output, i * width, width);
                }
                kernel.multiplyAdd(rows, width, in(), input, 0, in(), 1, weights, 0, width, output, 0, width);
            }
        };
    }
}
