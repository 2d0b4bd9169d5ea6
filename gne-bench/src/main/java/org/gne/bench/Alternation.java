package org.gne.bench;

import java.util.ArrayList;
import java.util.List;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.Training;

/**
 * The paper's listing trained by GNE and by libtorch, and a large matrix product of OpenBLAS, in turn in one process. A round is
 * two epochs of GNE, the product, and two epochs of libtorch. Of both trainings only the second epoch counts, because the
 * threads of the program before are still busy for a while.
 */
final class Alternation implements FitListener {

    /** First rounds that do not count: the JIT compiles, and memory is used for the first time. */
    private static final int WARM_UP = 2;

    private static final int PRODUCT = 2048;
    private static final int PRODUCTS = 5;

    private final int threads;
    private final LibtorchListing libtorch;
    private final List<Double> gneSeconds = new ArrayList<>();
    private final List<Double> libtorchSeconds = new ArrayList<>();
    private final List<Double> openblasGflops = new ArrayList<>();
    private final List<Double> gneLoss = new ArrayList<>();
    private final List<Double> libtorchLoss = new ArrayList<>();
    private long begin = System.nanoTime();

    private Alternation(int threads, LibtorchListing libtorch) {
        this.threads = threads;
        this.libtorch = libtorch;
    }

    /**
     * Measures.
     *
     * @param samples rows, 0-1
     * @param rounds the number of rounds that count, at least 1
     */
    static Throughput run(Samples samples, int threads, int rounds) {
        MlpShape shape = new MlpShape(2, 64, 4, Heads.unit(samples.width()));
        GneOptions options = GneOptions.of(Preset.PAPER).withEpochs(2 * (WARM_UP + rounds));
        try (LibtorchListing libtorch = new LibtorchListing(samples, threads, 1);
                Parallel parallel = new Parallel(threads)) {
            Alternation all = new Alternation(threads, libtorch);
            Training.run(samples, shape, options.training(), 1, parallel, all);
            return new Throughput(
                    threads,
                    samples.size(),
                    shape.trainingOperations(),
                    all.gneSeconds,
                    all.libtorchSeconds,
                    all.openblasGflops,
                    all.gneLoss,
                    all.libtorchLoss);
        }
    }

    @Override
    public Action onEpoch(FitProgress progress) {
        double seconds = secondsSince(begin);
        gneLoss.add(progress.loss());
        if (progress.epoch() % 2 == 0) {
            double gflops = Openblas.gflops(PRODUCT, threads, PRODUCTS);
            libtorchLoss.add(libtorch.epoch());
            long start = System.nanoTime();
            libtorchLoss.add(libtorch.epoch());
            double libtorchTime = secondsSince(start);
            if (progress.epoch() > 2 * WARM_UP) {
                gneSeconds.add(seconds);
                libtorchSeconds.add(libtorchTime);
                openblasGflops.add(gflops);
            }
        }
        begin = System.nanoTime();
        return Action.CONTINUE;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
