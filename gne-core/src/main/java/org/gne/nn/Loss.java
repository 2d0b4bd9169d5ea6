package org.gne.nn;

import org.gne.kernel.Kernel;

/** What is minimised: the mean over rows and columns of one of these. */
public enum Loss {
    /** Squared difference. */
    SQUARED_ERROR,
    /** Binary cross-entropy of a sigmoid output, for data between 0 and 1. */
    CROSS_ENTROPY;

    /** Whether the loss is defined for such an output. */
    public boolean fits(MlpShape.Output output) {
        return this == SQUARED_ERROR || output == MlpShape.Output.SIGMOID;
    }

    /**
     * Replaces the logits of some columns by the gradient of the loss, and adds the loss.
     *
     * @param from first of the columns
     * @param columns how many
     * @param logits {@code [rows, columns]}
     * @param width columns of the target
     * @param target {@code [rows, width]}
     * @param scale what each element's loss is multiplied by before the gradient: 1 / (rows of the batch x width)
     * @param sums {@code [width]}: each column's unscaled loss is added
     */
    public void gradient(
            Kernel kernel,
            MlpShape.Output output,
            int rows,
            int from,
            int columns,
            float[] logits,
            int width,
            float[] target,
            float scale,
            float[] sums) {
        for (int i = 0; i < rows; i++) {
            int z = i * columns;
            int t = i * width + from;
            if (this == CROSS_ENTROPY) {
                kernel.sigmoidCrossEntropy(columns, logits, z, target, t, scale, sums, from);
            } else if (output == MlpShape.Output.SIGMOID) {
                kernel.sigmoidSquaredError(columns, logits, z, target, t, scale, sums, from);
            } else {
                kernel.squaredError(columns, logits, z, target, t, scale, sums, from);
            }
        }
    }
}
