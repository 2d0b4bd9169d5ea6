package org.gne;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model was fitted.
 *
 * @param preset the name of the preset from which the options started
 * @param rows the number of training rows
 * @param seed the seed of all random numbers
 * @param epochs the number of finished epochs
 * @param threads the number of threads
 * @param kernel the name of the kernel
 * @param jdk the version of the JDK
 * @param loss {@code SQUARED_ERROR} or {@code CROSS_ENTROPY}
 * @param trainingLoss the mean loss of the last epoch, with noise; NaN if no epoch was finished
 * @param lowestLoss the lowest mean loss of an epoch, with noise; NaN if no epoch was finished, and in models of 0.1
 * @param trainSeconds the time of the training in seconds
 * @param gflops the floating-point operations of matrix products per second in that time, in 10^9
 * @param explainedError the largest error, in scaled units, of a row that the map explains: that of 99.5 % of the training
 *     rows, or, if that is larger and there are at most 16,384 of them, that of 95 % of them at the coordinates of the most
 *     similar other row. NaN in models of versions that did not store it
 * @param labelWeight the weight of labels in the search for neighbours ({@link org.gne.layout.NeighborOptions#labels});
 *     0 if labels were not used
 * @param rowsSha256 the SHA-256 of the rows, to recognise them; null in models of versions that did not store it, and of fits
 *     without checkpoints
 * @param tie the weight that ties rows of the same id in consecutive slices ({@link Gne#fitAligned}); 0 for a map without slices
 * @param growths how rows were added, the oldest first; empty for the map of a fit
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
        double labelWeight,
        @Nullable String rowsSha256,
        double tie,
        List<GrowthRecord> growths) {

    /** The record of a fit whose rows are not recognised later. */
    public FitRecord(
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
        this(
                preset,
                rows,
                seed,
                epochs,
                threads,
                kernel,
                jdk,
                loss,
                trainingLoss,
                lowestLoss,
                trainSeconds,
                gflops,
                explainedError,
                labelWeight,
                null,
                0,
                List.of());
    }

    /** Copies the list. */
    public FitRecord {
        growths = List.copyOf(growths);
    }

    /** The same record of a map with other rows that are not recognised later. */
    FitRecord ofRows(int count, double limit) {
        return new FitRecord(
                preset,
                count,
                seed,
                epochs,
                threads,
                kernel,
                jdk,
                loss,
                trainingLoss,
                lowestLoss,
                trainSeconds,
                gflops,
                limit,
                labelWeight,
                null,
                tie,
                growths);
    }
}
