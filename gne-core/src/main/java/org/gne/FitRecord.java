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
 * @param lowestLoss the lowest mean loss of an epoch, noise on; NaN if none was completed, and in models of 0.1
 * @param trainSeconds time in the training loop
 * @param gflops 10^9 floating-point operations of matrix products per second of that time
 * @param explainedError the 99.5 % quantile of the training rows' mean squared errors, in scaled units: a new row with a
 *     higher one is not explained by the map. NaN in models of versions that did not keep it
 * @param labelWeight how much labels helped ({@link org.gne.layout.NeighborOptions#labels}); 0 where the map was learnt
 *     from the values alone
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
        double lowestLoss,
        double trainSeconds,
        double gflops,
        double explainedError,
        double labelWeight) {

    /** Share of the training rows that count as explained. */
    public static final double EXPLAINED = 0.995;
}
