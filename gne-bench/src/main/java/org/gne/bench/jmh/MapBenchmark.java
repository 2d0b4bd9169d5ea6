package org.gne.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Scaling;
import org.gne.kernel.Parallel;
import org.gne.mnist.Mnist;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.gne.place.Placed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The work before and after a training: components, neighbours, placement. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MapBenchmark {

    private static final int COMPONENTS = 50;
    private static final int NEIGHBORS = 15;
    private static final int PLACED = 2000;

    @Param({"1", "2"})
    public int threads = 1;

    @SuppressWarnings("NullAway.Init")
    private Parallel parallel;

    @SuppressWarnings("NullAway.Init")
    private Samples rows;

    @SuppressWarnings("NullAway.Init")
    private Embedding reduced;

    @SuppressWarnings("NullAway.Init")
    private GneModel model;

    @SuppressWarnings("NullAway.Init")
    private Samples newRows;

    /** Projects all training rows on principal components, and fits a map of 5,000 rows. */
    @Setup
    public void prepare() {
        parallel = new Parallel(threads);
        rows = Mnist.train().samples().scaled(Scaling.unit(0, 255));
        reduced = PrincipalComponents.fit(rows, COMPONENTS, 1, parallel).projectAll(rows, parallel);
        model = Gne.fit(
                Mnist.train().limit(5000).samples(),
                GneOptions.of(Preset.FAST).withSeed(1).withThreads(threads));
        newRows = Mnist.test().limit(PLACED).samples();
    }

    @TearDown
    public void close() {
        parallel.close();
    }

    /** The 15 nearest of each of 60,000 rows by 50 principal components. */
    @Benchmark
    public NeighborGraph neighborGraph() {
        return NeighborSearch.over(reduced, 1, parallel).graph(NEIGHBORS, parallel);
    }

    /** 50 principal components of 60,000 rows of 784 columns. */
    @Benchmark
    public PrincipalComponents principalComponents() {
        return PrincipalComponents.fit(rows, COMPONENTS, 1, parallel);
    }

    /** Places 2,000 new rows on a map. */
    @Benchmark
    public Placed place() {
        return model.place(newRows, threads);
    }
}
