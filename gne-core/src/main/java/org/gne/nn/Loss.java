package org.gne.nn;

import org.gne.kernel.Kernel;

/** The loss to minimise: the mean of one of these over rows and columns. */
public enum Loss {
    /** The squared difference. */
    SQUARED_ERROR,
    /** The binary cross-entropy of a sigmoid output, for data between 0 and 1. */
    CROSS_ENTROPY;

    /** Whether the loss is defined for an output. */
    public boolean fits(MlpShape.Output output) {
        return this == SQUARED_ERROR || output == MlpShape.Output.SIGMOID;
    }

    /**
     * Replaces the logits of some columns by the gradient of the loss, and adds the loss.
     *
     * @param from the first column
     * @param columns the number of columns
     * @param logits {@code [rows, columns]}
     * @param width the number of columns of the target
     * @param target {@code [rows, width]}
     * @param scale the factor of each element's loss in the gradient: 1 / (rows of the batch x width)
     * @param sums {@code [width]}: the unscaled loss of each column is added
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
        run(kernel, output, rows, columns, logits, 0, columns, target, from, width, scale, sums, from);
    }

    /**
     * The same for targets with missing values (NaN), which have no loss and a gradient of 0. The kernel is called for
     * the stretches between them.
     */
    public void gradientOfKnown(
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
            int begin = 0;
            for (int j = 0; j <= columns; j++) {
                if (j == columns || Float.isNaN(target[t + j])) {
                    if (j > begin) {
                        int n = j - begin;
                        int sum = from + begin;
                        run(kernel, output, 1, n, logits, z + begin, n, target, t + begin, n, scale, sums, sum);
                    }
                    if (j < columns) {
                        logits[z + j] = 0;
                    }
                    begin = j + 1;
                }
            }
        }
    }

    private void run(
            Kernel kernel,
            MlpShape.Output output,
            int rows,
            int n,
            float[] z,
            int z0,
            int zRow,
            float[] target,
            int t0,
            int tRow,
            float scale,
            float[] sums,
            int s0) {
        if (this == CROSS_ENTROPY) {
            kernel.sigmoidCrossEntropy(rows, n, z, z0, zRow, target, t0, tRow, scale, sums, s0);
        } else if (output == MlpShape.Output.SIGMOID) {
            kernel.sigmoidSquaredError(rows, n, z, z0, zRow, target, t0, tRow, scale, sums, s0);
        } else {
            kernel.squaredError(rows, n, z, z0, zRow, target, t0, tRow, scale, sums, s0);
        }
    }
}
