package org.gne.nn;

/**
 * What moves the parameters of a network along their gradient. A step is cut into tasks that threads may take in any order;
 * what it leads to does not depend on that order.
 */
public interface Optimizer {

    /** Parameters, and what is remembered of their gradients: the arrays themselves. */
    AdamState state();

    /**
     * Goes on from a state.
     *
     * @param done steps that led to it
     */
    void restore(AdamState state, long done);

    /** Tasks of a step. */
    int tasks();

    /** Begins a step: its tasks are run next, each once. */
    void begin(double learningRate);

    /**
     * One task of a step.
     *
     * @param gradients partial sums, each {@code [parameters]}; the task's part is cleared
     * @param count how many of them are in use
     */
    void run(int task, float[][] gradients, int count);
}
