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
     * Replaces logits by the gradient of the loss, and adds the loss.
     *
     * @param logits {@code [rows, width]}
     * @param target {@code [rows, width]}
     * @param scale what each element's loss is multiplied by before the gradient: 1 / (rows of the batch x width)
     * @param sums {@code [width]}: each column's unscaled loss is added
     */
    public void gradient(
            Kernel kernel,
            MlpShape.Output output,
            int rows,
            int width,
            float[] logits,
            float[] target,
            float scale,
            float[] sums) {
        for (int i = 0; i < rows; i++) {
            int at = i * width;
            if (this == CROSS_ENTROPY) {
                kernel.sigmoidCrossEntropy(width, logits, at, target, at, scale, sums);
            } else if (output == MlpShape.Output.SIGMOID) {
                kernel.sigmoidSquaredError(width, logits, at, target, at, scale, sums);
            } else {
                kernel.squaredError(width, logits, at, target, at, scale, sums);
            }
        }
    }
}
