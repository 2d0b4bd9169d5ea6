package org.gne;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gne.layout.CoordinateOptions;
import org.gne.layout.CoordinateOptions.Update;
import org.gne.layout.NeighborOptions;
import org.gne.loop.LoopOptions;
import org.gne.loop.Schedule;
import org.gne.nn.AdamOptions;
import org.gne.search.SearchOptions;
import org.gne.train.TrainingOptions;
import org.gne.train.TrainingOptions.Start;

/** Sets of options for a purpose. The measurements behind them are in docs/decisions.md. */
public enum Preset {
    /** The method exactly as in the paper's listing; the paper does not give the number of epochs. */
    PAPER,
    /** A map for a first look. */
    FAST,
    /** A good map, in about a minute for 60,000 images. */
    DEFAULT,
    /** The lowest error, for several times the work. */
    BEST;

    /** Adam for coordinates that move once per epoch: its moments span a few epochs instead of a thousand steps. */
    private static final AdamOptions PER_VISIT = new AdamOptions(0.5, 0.9, 1e-12);

    /** A decoder needs at least this many steps, even if there are few rows. */
    private static final int LEAST_STEPS = 2_000;

    private static final int STEPS_PER_ROW = 10;

    private static final int CELLS_PER_ROW = 4;

    private static final int LEAST_BATCHES = 16;

    private static final int WARM_UP = 10;

    /** The share of the cost that a search must save to be worth its time. */
    private static final double LEAST_GAIN = 0.002;

    /** The preset with a name; upper or lower case does not matter. */
    public static Preset of(String name) {
        for (Preset preset : values()) {
            if (preset.name().equalsIgnoreCase(name)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("preset: found " + name + ", expected one of "
                + Arrays.stream(values()).map(Preset::toString).collect(Collectors.joining(", ")));
    }

    /**
     * The number of residual blocks of the decoder: 4 in the paper. A deeper decoder of the same width reconstructs
     * better.
     */
    int blocks() {
        return this == PAPER ? 4 : 8;
    }

    TrainingOptions training() {
        return switch (this) {
            case PAPER ->
                new TrainingOptions(
                        new LoopOptions(1000, 1024, Schedule.constant(0.01), AdamOptions.KERAS),
                        Start.UNIFORM,
                        new CoordinateOptions(
                                Schedule.constant(0.01), Schedule.constant(1), Update.DENSE, AdamOptions.KERAS),
                        SearchOptions.OFF,
                        NeighborOptions.OFF,
                        false);
            case FAST ->
                ours(18, 256, 0.3, 0.05, new SearchOptions(1024, CELLS_PER_ROW, 1, 0.9, LEAST_GAIN))
                        .withNeighbors(NeighborOptions.ON.withLayout(150));
            case DEFAULT -> ours(80, 512, 0.3, 0.05, new SearchOptions(2000, CELLS_PER_ROW, 1, 0.9, LEAST_GAIN));
            case BEST ->
                ours(180, 512, 0.3, 0.05, new SearchOptions(2500, CELLS_PER_ROW, 1, 0.9, LEAST_GAIN))
                        .withNeighbors(NeighborOptions.ON.withPull(Schedule.linear(15, 4)));
        };
    }

    private static TrainingOptions ours(
            int epochs, int batch, double coordinateRate, double noise, SearchOptions search) {
        return new TrainingOptions(
                new LoopOptions(epochs, batch, Schedule.cosine(0.01, 0), AdamOptions.KERAS)
                        .withLeast(LEAST_STEPS, STEPS_PER_ROW, LEAST_BATCHES)
                        .withWarmUp(WARM_UP),
                Start.NEIGHBORS,
                new CoordinateOptions(
                        Schedule.cosine(coordinateRate, 0), Schedule.linear(noise, 0), Update.VISITED, PER_VISIT),
                search,
                NeighborOptions.ON,
                true);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
