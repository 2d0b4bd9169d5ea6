package org.gne.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.io.Mnist;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.nn.MlpShape;
import org.gne.train.FitListener;
import org.gne.train.FitProgress;
import org.gne.train.Training;

/**
 * The training loop on MNIST against OpenBLAS on a large matrix product, in one run and alternating: a product, an epoch
 * that is not counted (OpenBLAS's threads go on spinning for a while), an epoch that is, a product, and so on; first with
 * one thread, then with two. Prints medians and their ratio. Useful operations are those of
 * the matrix products only; noise, losses, Adam, reading and waiting are in the time.
 */
public final class TrainingThroughput {

    private static final int EPOCHS = 24;

    /** Epochs at the beginning that are not counted: the JIT is still at work. */
    private static final int WARM_UP = 4;

    private TrainingThroughput() {}

    /** Prints a line per number of threads. */
    public static void main(String[] args) {
        System.out.printf(
                "JDK %s, kernel %s%n", Runtime.version(), Kernels.active().name());
        Samples samples = Mnist.train().samples().scaled(Scaling.unit(0, 255));
        double one = Double.NaN;
        for (int threads : new int[] {1, 2}) {
            Alternation measured = new Alternation(samples, threads);
            MlpShape shape = new MlpShape(2, 64, 4, samples.width(), MlpShape.Output.SIGMOID);
            GneOptions options = GneOptions.of(Preset.PAPER).withEpochs(EPOCHS);
            try (Parallel parallel = new Parallel(threads)) {
                Training.run(samples, shape, options.training(), 1, parallel, measured);
            }
            double training = measured.training();
            one = threads == 1 ? training : one;
            System.out.printf(
                    Locale.ROOT,
                    "%d thread(s): training %.1f GFLOP/s, OpenBLAS %.1f, ratio %.2f (pairs %.2f to %.2f); %.2f x one thread%n",
                    threads,
                    training,
                    median(measured.openblas),
                    median(measured.ratios),
                    measured.ratios.stream().mapToDouble(r -> r).min().orElse(Double.NaN),
                    measured.ratios.stream().mapToDouble(r -> r).max().orElse(Double.NaN),
                    training / one);
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Times each epoch from the end of the product before it. */
    private static final class Alternation implements FitListener {
        private final double operations;
        private final int threads;
        private final List<Double> trained = new ArrayList<>();
        private final List<Double> openblas = new ArrayList<>();
        private final List<Double> ratios = new ArrayList<>();
        private long begin = System.nanoTime();

        Alternation(Samples samples, int threads) {
            MlpShape shape = new MlpShape(2, 64, 4, samples.width(), MlpShape.Output.SIGMOID);
            operations = (double) shape.trainingOperations() * samples.size();
            this.threads = threads;
        }

        double training() {
            return median(trained);
        }

        @Override
        public Action onEpoch(FitProgress progress) {
            if (progress.epoch() % 2 == 0) {
                double rate = operations / (System.nanoTime() - begin);
                double peak = Openblas.gflops(2048, threads, 5);
                if (progress.epoch() > WARM_UP) {
                    trained.add(rate);
                    openblas.add(peak);
                    ratios.add(rate / peak);
                }
            }
            begin = System.nanoTime();
            return Action.CONTINUE;
        }
    }
}
