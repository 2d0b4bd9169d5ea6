package org.gne.bench.jmh;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.gne.Gne;
import org.gne.GneOptions;
import org.gne.Placer;
import org.gne.Preset;
import org.gne.data.Samples;
import org.gne.mnist.Mnist;
import org.gne.place.Placed;
import org.gne.place.PlacementOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Placing one row of MNIST alone, and as one of many: time per row, on one thread. {@code -prof gc} shows the allocation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlacerBenchmark {

    private static final int ROWS = 1000;

    @SuppressWarnings("NullAway.Init")
    private Placer placer;

    @SuppressWarnings("NullAway.Init")
    private Samples rows;

    @SuppressWarnings("NullAway.Init")
    private float[][] single;

    private final float[] place = new float[2];
    private int next;

    /** Fits a map of 5,000 rows. */
    @Setup
    public void prepare() {
        placer = Gne.fit(
                        Mnist.train().limit(5000).samples(),
                        GneOptions.of(Preset.FAST).withSeed(1))
                .placer(PlacementOptions.defaults(), 1);
        rows = Mnist.test().limit(ROWS).samples();
        single = new float[ROWS][rows.width()];
        Arrays.setAll(single, i -> {
            rows.read(i, single[i], 0);
            return single[i];
        });
    }

    /** One row at a time. */
    @Benchmark
    public float one() {
        next = (next + 1) % ROWS;
        return placer.place(single[next], place);
    }

    /** 1,000 rows at a time; the time is that of one of them. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public Placed batch() {
        return placer.place(rows, 1, done -> {});
    }
}
