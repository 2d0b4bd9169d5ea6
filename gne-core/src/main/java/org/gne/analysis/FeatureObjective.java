package org.gne.analysis;

import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Tangents;
import org.gne.nn.Workspace;

/** One value of the decoder's output, in scaled units, with its gradient by forward-mode derivatives. */
public final class FeatureObjective implements Objective {

    private final Kernel kernel = Kernels.active();
    private final ResidualMlp decoder;
    private final int column;
    private final Workspace scratch;
    private final Tangents tangents;
    private final float[] tangent;

    /**
     * @param column the index of the value
     */
    public FeatureObjective(ResidualMlp decoder, int column) {
        if (column < 0 || column >= decoder.out()) {
            throw new IllegalArgumentException("column: found " + column + ", expected 0 to " + (decoder.out() - 1));
        }
        this.decoder = decoder;
        this.column = column;
        scratch = new Workspace(decoder.shape());
        tangents = new Tangents(decoder, Workspace.TILE);
        tangent = new float[Workspace.TILE * decoder.out()];
    }

    @Override
    public void evaluate(float[][] places, double[] values, double[][] gradients) {
        int dim = decoder.in();
        for (int from = 0; from < places.length; from += Workspace.TILE) {
            int n = Math.min(Workspace.TILE, places.length - from);
            for (int i = 0; i < n; i++) {
                System.arraycopy(places[from + i], 0, scratch.input(), i * dim, dim);
            }
            decoder.forward(n, scratch);
            for (int i = 0; i < n; i++) {
                values[from + i] = scratch.output()[i * decoder.out() + column];
            }
            for (int axis = 0; axis < dim; axis++) {
                tangents.forward(n, scratch, axis, tangent);
                for (int i = 0; i < n; i++) {
                    gradients[from + i][axis] = tangent[i * decoder.out() + column];
                }
            }
        }
    }
}
