package org.gne.nn;

import java.io.Serializable;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;

/**
 * The likelihood of a stretch of columns: how the numbers that a network puts out for them (logits) become the expected
 * values of the row (means), and what it costs where the row differs. One file per head; all are listed in
 * {@link HeadKinds}.
 *
 * <p>A loss is the squared error itself, or the negative logarithm of a likelihood in nats, up to what does not depend on the
 * logits. A {@link Stretch} holds what belongs to the columns: weights, dispersions. A head has no state, and one that was sent to
 * another process is again the one of {@link HeadKinds}.
 */
public interface Head extends Serializable {

    /** What the head is called in a model file: {@code "unit"}. */
    String key();

    /** Whether the columns are one source column together, as those of a category are: they are known or missing as one. */
    default boolean joint() {
        return false;
    }

    /**
     * Logits to means, in place.
     *
     * @param z rows of the stretch: element {@code [i,j]} at {@code z0 + i * zRow + j}
     */
    void activate(Kernel kernel, Stretch stretch, int rows, float[] z, int z0, int zRow);

    /**
     * Derivatives of logits to derivatives of means, in place.
     *
     * @param mean of a row of the stretch, from {@code m0}
     * @param slope likewise, from {@code s0}
     */
    void slope(Stretch stretch, float[] mean, int m0, float[] slope, int s0);

    /**
     * Replaces logits by the gradient {@code scale * weight * d loss / d logit}, and adds each column's loss, unweighted, to
     * its sum (that of a joint head to the sum of its first column). Values are known.
     *
     * @param sums {@code [width of a row]}
     */
    void gradient(Kernel kernel, Stretch stretch, HeadBlock block, float scale, float[] sums);

    /**
     * The weighted loss of one row of the stretch. Values that are missing (NaN) cost nothing.
     *
     * @param row the row as the model sees it, from {@code r0}
     * @param mean what is held against it, from {@code m0}
     * @param scratch at least as long as the stretch is wide
     */
    float cost(Kernel kernel, Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] scratch);

    /**
     * The weighted deviance of one row of the stretch: its loss beyond the least that it could have. That is the squared error,
     * or by how many nats the likelihood falls short of the best one. Values that are missing cost nothing.
     *
     * @param perColumn {@code [width of a row]}: what each column adds, unweighted; that of a joint head goes to its first
     */
    double deviance(Stretch stretch, float[] row, int r0, float[] mean, int m0, double[] perColumn);

    /**
     * What Fisher scoring needs of one row of the stretch: with a number s of a column, the Jacobian J of the
     * means and their difference d from the row, {@code (s J)^T (s J)} is half the expected curvature of the weighted loss and
     * {@code (s J)^T (s d)} half its negative gradient. For counts J is that of a row of exposure 1.
     *
     * @param residual receives {@code s d} from {@code at}; 0 where the value is missing
     * @param factor receives {@code s} from {@code at}; 0 where the value is missing
     */
    void whiten(Stretch stretch, float[] row, int r0, float[] mean, int m0, float[] residual, float[] factor, int at);

    /**
     * The logit at which a column says its mean.
     *
     * @param mean over the rows
     */
    float bias(float mean);

    /**
     * Draws a row of the stretch at random, in place of its means.
     *
     * @param counter of the first random number
     */
    default void draw(Stretch stretch, float[] mean, int m0, CounterRandom random, long counter) {}
}
