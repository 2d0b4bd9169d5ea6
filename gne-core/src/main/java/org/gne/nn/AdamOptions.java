package org.gne.nn;

import org.gne.kernel.Kernel;

/**
 * The constants of Adam (Kingma and Ba 2015) in the form of Keras: epsilon is added to the uncorrected root.
 *
 * @param beta1 the decay of the first moment, 0 to below 1
 * @param beta2 the decay of the second moment, 0 to below 1
 * @param epsilon the number added to the root of the second moment, above 0
 */
public record AdamOptions(double beta1, double beta2, double epsilon) {

    /** Keras' defaults: 0.9, 0.999, 1e-7. */
    public static final AdamOptions KERAS = new AdamOptions(0.9, 0.999, 1e-7);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a constant is out of its range
     */
    public AdamOptions {
        if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException("decays " + beta1 + " and " + beta2 + ", expected 0 to below 1");
        }
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon: found " + epsilon + ", expected above 0");
        }
    }

    /**
     * The numbers of step t.
     *
     * @param t from 1
     */
    public Kernel.AdamStep step(double learningRate, long t) {
        double correction = Math.sqrt(1 - StrictMath.pow(beta2, t)) / (1 - StrictMath.pow(beta1, t));
        return new Kernel.AdamStep((float) (learningRate * correction), (float) beta1, (float) beta2, (float) epsilon);
    }
}
