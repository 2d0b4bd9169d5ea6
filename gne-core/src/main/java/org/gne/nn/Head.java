package org.gne.nn;

import java.io.Serializable;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;

/**
 * The likelihood of a stretch of columns: how the outputs of a network for them (logits) are converted to the expected
 * values of the row (means), and the loss of a row under these means. One file per head; all are listed in {@link
 * HeadKinds}.
 *
 * <p>A loss is the squared error, or the negative logarithm of a likelihood in nats without the terms that do not
 * depend on the logits. A {@link Stretch} holds the data of the columns: weights, dispersions. A head has no state;
 * deserialisation returns the instance of {@link HeadKinds}.
 */
public interface Head extends Serializable {

    /** The name of the head in a model file, for example {@code "unit"}. */
    String key();

    /** Whether the columns together are one source column, as for a category: then all are known or all are missing. */
    default boolean joint() {
        return false;
    }

    /**
     * Converts logits to means, in place.
     *
     * @param z rows of the stretch: element {@code [i,j]} at {@code z0 + i * zRow + j}
     */
    void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow);

    /**
     * Converts derivatives of logits to derivatives of means, in place.
     *
     * @param mean the means of a row of the stretch, from {@code m0}
     * @param slope the derivatives of the row, from {@code s0}
     */
    void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0);

    /**
     * Replaces logits by the gradient {@code scale * weight * d loss / d logit}, and adds each column's loss, without
     * weight, to its sum (the loss of a joint head to the sum of its first column). All values are known.
     *
     * @param sums {@code [width of a row]}
     */
    void gradient(Kernel kernel, Stretch stretch, HeadBlock block, float scale, float[] sums);

    /**
     * The weighted loss of one row of the stretch. Missing values (NaN) add nothing.
     *
     * @param row the scaled row, from {@code r0}
     * @param mean the means, from {@code m0}
     * @param scratch at least as long as the stretch is wide
     */
    float cost(Kernel kernel, Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] scratch);

    /**
     * The weighted deviance of one row of the stretch: its loss minus the smallest possible loss. This is the squared
     * error, or the distance in nats from the highest possible likelihood. Missing values add nothing.
     *
     * @param perColumn {@code [width of a row]}: the part of each column is added, without weight; that of a joint head
     *     to its first column
     */
    double deviance(Stretch stretch, float[] row, int r0, float[] mean, int m0, double[] perColumn);

    /**
     * Computes what Fisher scoring needs of one row of the stretch. With a factor s per column, the Jacobian J of the
     * means, and d = row minus means, {@code (s J)^T (s J)} is half the expected curvature of the weighted loss and
     * {@code (s J)^T (s d)} is half its negative gradient. For counts, J is the Jacobian of a row of exposure 1.
     *
     * @param residual receives {@code s d}, from {@code at}; 0 for a missing value
     * @param factor receives {@code s}, from {@code at}; 0 for a missing value
     */
    void whiten(Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor, int at);

    /**
     * The logit whose mean is a given value.
     *
     * @param mean the mean of a column over the rows
     */
    float bias(float mean);

    /**
     * Draws a row of the stretch at random, in place of its means.
     *
     * @param counter the counter of the first random number
     * @hidden internal
     */
    default void draw(Stretch stretch, float[] mean, int m0, CounterRandom random, long counter) {}

    /**
     * Makes a target of training a little uncertain, in place (label smoothing). Does nothing to numbers and counts. Without
     * it, the logits of booleans and categories that are explained completely grow without bound, and the next large step
     * makes the training diverge.
     *
     * @param target the row, from {@code t0}; NaN does not change
     */
    default void soften(Stretch stretch, float[] target, int t0) {}
}
