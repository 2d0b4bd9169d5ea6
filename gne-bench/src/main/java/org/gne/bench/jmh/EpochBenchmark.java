package org.gne.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.layout.NeighborOptions;
import org.gne.mnist.Mnist;
import org.gne.search.SearchOptions;
import org.gne.train.TrainingOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One epoch over MNIST's 60,000 training rows: the paper's listing; the preset {@code default} without neighbours and
 * search; the same with the search of 2,000 cells after an epoch, so that the difference is the cost of the search.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EpochBenchmark {

    /** What is trained. */
    public enum Kind {
        PAPER,
        PLAIN,
        SEARCHED;

        TrainingOptions options() {
            return switch (this) {
                case PAPER -> GneOptions.of(Preset.PAPER).training();
                case PLAIN -> ours().withSearch(SearchOptions.OFF);
                // No search follows a search that gains less than the last number.
                case SEARCHED -> ours().withSearch(new SearchOptions(2000, 0, 1, 1, 0));
            };
        }

        private static TrainingOptions ours() {
            return GneOptions.of(Preset.DEFAULT).training().withNeighbors(NeighborOptions.OFF);
        }
    }

    @Param({"PAPER", "PLAIN", "SEARCHED"})
    public Kind kind = Kind.PAPER;

    @Param({"1", "2"})
    public int threads = 1;

    @SuppressWarnings("NullAway.Init")
    private SteppedTraining training;

    /** Begins the training. */
    @Setup
    public void begin() throws InterruptedException {
        Samples samples = Mnist.train().samples().scaled(Scaling.unit(0, 255));
        training = new SteppedTraining(samples, kind.options(), kind == Kind.PAPER ? 4 : 8, threads);
    }

    /** Ends it. */
    @TearDown
    public void end() throws InterruptedException {
        training.close();
    }

    @Benchmark
    public void epoch() throws InterruptedException {
        training.epoch();
    }
}
