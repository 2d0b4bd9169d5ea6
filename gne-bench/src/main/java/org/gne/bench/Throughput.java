package org.gne.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a run of the paper's listing measured with one number of threads, a round after another.
 *
 * @param threads of every contestant
 * @param rows trained in an epoch
 * @param operationsPerRow floating-point operations of the matrix products of a training step, per row
 * @param gneSeconds of one epoch, a number per round
 * @param libtorchSeconds of one epoch in the same round
 * @param openblasGflops of one thread or more on a large product, in the same round
 * @param gneLoss mean loss of every epoch, those that are not timed too
 * @param libtorchLoss the same of libtorch
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

    /** Billions of operations per second of GNE, those of the products only. */
    public Spread gneGflops() {
        return each(this::gflops);
    }

    /** How many times as many rows GNE trains in the same time, over the pairs. */
    public Spread overLibtorch() {
        return each(i -> libtorchSeconds.get(i) / gneSeconds.get(i));
    }

    /** GNE's operations in OpenBLAS's, over the pairs. */
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
