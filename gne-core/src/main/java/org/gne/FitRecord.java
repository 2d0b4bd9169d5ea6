package org.gne;

/**
 * How a model came about.
 *
 * @param preset name of the preset the options started from
 * @param rows rows it was trained on
 * @param seed of everything random
 * @param epochs epochs done
 * @param threads threads at work
 * @param kernel name of the kernel
 * @param jdk version of the JDK
 * @param loss {@code SQUARED_ERROR} or {@code CROSS_ENTROPY}
 * @param trainingLoss mean loss of the last epoch, noise on; NaN if none was completed
 * @param trainSeconds time in the training loop
 * @param gflops 10^9 floating-point operations of matrix products per second of that time
 */
public record FitRecord(
        String preset,
        int rows,
        long seed,
        int epochs,
        int threads,
        String kernel,
        String jdk,
        String loss,
        double trainingLoss,
        double trainSeconds,
        double gflops) {}
