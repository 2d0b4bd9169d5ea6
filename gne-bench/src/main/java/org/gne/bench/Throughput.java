package org.gne.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The measurements of the paper's listing with one number of threads, round after round.
 *
 * @param threads the threads of every program
 * @param rows the rows of an epoch
 * @param operationsPerRow the floating-point operations of the matrix products of a training step, per row
 * @param gneSeconds the seconds of one epoch of GNE, one number per round
 * @param libtorchSeconds the seconds of one epoch of libtorch in the same rounds
 * @param openblasGflops the rate of a large matrix product by OpenBLAS in the same rounds
 * @param gneLoss the mean loss of every epoch, also of epochs that are not timed
 * @param libtorchLoss the same for libtorch
 */
public record Throughput(
        int threads,
        int rows,
        long operationsPerRow,
        List<Double> gneSeconds,
        List<Double> libtorchSeconds,
        List<Double> openblasGflops,
        List<Double> gneLoss,
        List<Double> libtorchLoss) {

    /** Rows per second of GNE. */
    public Spread gneRows() {
        return each(i -> rows / gneSeconds.get(i));
    }

    /** Rows per second of libtorch. */
    public Spread libtorchRows() {
        return each(i -> rows / libtorchSeconds.get(i));
    }

    public Spread openblas() {
        return Spread.of(openblasGflops);
    }

    /** Billions of operations per second of GNE; only the matrix products count. */
    public Spread gneGflops() {
        return each(this::gflops);
    }

    /** GNE's rows per second divided by libtorch's, for each round. */
    public Spread overLibtorch() {
        return each(i -> libtorchSeconds.get(i) / gneSeconds.get(i));
    }

    /** GNE's operations per second divided by OpenBLAS's, for each round. */
    public Spread overOpenblas() {
        return each(i -> gflops(i) / openblasGflops.get(i));
    }

    private double gflops(int round) {
        return (double) rows * operationsPerRow / gneSeconds.get(round) * 1e-9;
    }

    private Spread each(IntToDoubleFunction ofRound) {
        List<Double> values = new ArrayList<>();
        IntStream.range(0, gneSeconds.size()).mapToDouble(ofRound).forEach(values::add);
        return Spread.of(values);
    }
}
