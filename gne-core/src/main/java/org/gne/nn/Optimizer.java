package org.gne.nn;

/**
 * Updates the parameters of a network by their gradient. A step is cut into tasks that threads can run in any order;
 * the result does not depend on that order.
 *
 * @hidden internal
 */
public interface Optimizer {

    /** The parameters and the moments of their gradients: the arrays themselves, not copies. */
    AdamState state();

    /**
     * Continues from a state.
     *
     * @param done the number of steps that led to it
     */
    void restore(AdamState state, long done);

    /**
     * Says how many steps led to the present state.
     *
     * @param done from 0
     */
    void continueAfter(long done);

    /** The number of tasks of a step. */
    int tasks();

    /** Begins a step. Each of its tasks must be run once before the next step. */
    void begin(double learningRate);

    /**
     * Runs one task of a step.
     *
     * @param gradients the partial gradients; the part of the task is cleared
     * @param count the number of partial gradients in use
     */
    void run(int task, Gradient[] gradients, int count);
}
