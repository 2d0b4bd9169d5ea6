package org.gne.train;

import org.gne.nn.AdamState;

/**
 * Makes one decoder of those that the parts of a training on a cluster have trained for some steps (local SGD: Stich 2019).
 *
 * <p>The mean of the parts' displacements is right for parameters that all parts move in the same way. Where each part moves a parameter in
 * its own way, because its few rows say little about it or do not meet it at all, as most nodes of a fine grid, the mean loses the steps of
 * all parts but one. So the mean is multiplied by a gain between 1 and the number of parts: the square of the ratio of the mean squared
 * displacement to the square of the mean, as AdaScale has it for gradients (Johnson et al. 2020), for each {@value #BLOCK} parameters
 * side by side, smoothed over the last mergers. docs/decisions.md has the trials.
 *
 * @hidden internal
 */
public final class DecoderMerge {

    /** The number of parameters, side by side, that share a gain. */
    private static final int BLOCK = 16;

    /** The share of what was known before in the two means behind a gain. */
    private static final float KEPT = 0.9f;

    /** Up to this many steps of all parts together between two mergers, the steps of the parts can be added. */
    private static final double FEW_STEPS = 40;

    private final float most;
    private final float[] squares;
    private final float[] means;

    /**
     * @param parts the number of parts
     * @param steps the number of steps of a part between two mergers: after many steps parts have moved as far as they would alone, and the
     *     sum of their displacements would go beyond
     * @param squares {@code [blocks]}: the smoothed mean squared displacements, zeros at the beginning; changed in place
     * @param means {@code [blocks]}: the smoothed squares of the mean displacements, zeros at the beginning; changed in place
     */
    public DecoderMerge(int parts, double steps, float[] squares, float[] means) {
        most = (float) (1 + (parts - 1) * adding(parts, steps));
        this.squares = squares;
        this.means = means;
    }

    /**
     * How far the steps of parts can be added: 1 if mergers are frequent, and less the more steps there are between two of them.
     *
     * @param steps of a part between two mergers
     */
    public static double adding(int parts, double steps) {
        return Math.min(1, FEW_STEPS / (parts * steps));
    }

    /** The number of blocks of a decoder's parameters. */
    public static int blocks(int parameters) {
        return (parameters + BLOCK - 1) / BLOCK;
    }

    /**
     * The squared length of a part's displacement in each block.
     *
     * @param displacement {@code [parameters]}
     * @param sums {@code [blocks]}: receives them in addition, times a weight
     */
    public static void addSquares(float[] displacement, float weight, float[] sums) {
        for (int block = 0; block < sums.length; block++) {
            float sum = 0;
            for (int j = block * BLOCK; j < Math.min(displacement.length, (block + 1) * BLOCK); j++) {
                sum += displacement[j] * displacement[j];
            }
            sums[block] += weight * sum;
        }
    }

    /**
     * The merged decoder.
     *
     * @param before the decoder with which all parts began
     * @param displacement {@code [parameters]}: the mean over the parts of what each added to a parameter
     * @param square {@code [blocks]}: the mean of {@link #addSquares}
     * @param first {@code [parameters]}: the mean of the first moments
     * @param second {@code [parameters]}: the mean of the second moments
     */
    public AdamState next(AdamState before, float[] displacement, float[] square, float[] first, float[] second) {
        float[] parameters = before.parameters().clone();
        float[] ofMean = new float[square.length];
        addSquares(displacement, 1, ofMean);
        for (int block = 0; block < square.length; block++) {
            squares[block] = KEPT * squares[block] + (1 - KEPT) * square[block];
            means[block] = KEPT * means[block] + (1 - KEPT) * ofMean[block];
            float gain = gain(squares[block], means[block]);
            for (int j = block * BLOCK; j < Math.min(parameters.length, (block + 1) * BLOCK); j++) {
                parameters[j] += gain * displacement[j];
            }
        }
        return new AdamState(parameters, first, second);
    }

    private float gain(float square, float mean) {
        if (!(mean > 0)) {
            return 1;
        }
        float ratio = Math.max(1, square / mean);
        return Math.min(most, ratio * ratio);
    }
}
