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
import org.gne.nn.EncodingKind;
import org.gne.search.SearchOptions;
import org.gne.train.TrainingOptions;
import org.gne.train.TrainingOptions.Start;

/** Sets of options for a purpose. The measurements behind them are in docs/decisions.md. */
public enum Preset {
    /** The method exactly as in the paper's listing; the paper does not give the number of epochs. */
    PAPER,
    /** A map for a first look. */
    FAST,
    /** A good map, and an exact decoder. */
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

    /** A spread of 0.5 costs 2 % of the error of MNIST, none leaves rows of a fit stopped early on a lattice. */
    private static final double SPREAD = 0.2;

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

    /** The number of residual blocks of the decoder: 4 in the paper. Behind grids, few are enough. */
    int blocks() {
        return switch (this) {
            case PAPER -> 4;
            case FAST -> 2;
            case DEFAULT, BEST -> 3;
        };
    }

    /** The width of the decoder. */
    int hidden() {
        return this == BEST ? 96 : 64;
    }

    /** What the decoder receives of a point of the map. */
    EncodingKind encoding() {
        return this == PAPER ? EncodingKind.NONE : EncodingKind.GRIDS;
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
                        false,
                        0);
            case FAST -> ours(12, 256, 1024, NeighborOptions.ON.withLayout(100));
            case DEFAULT -> ours(24, 512, 2000, NeighborOptions.ON);
            case BEST -> ours(100, 512, 2500, NeighborOptions.ON.withPull(Schedule.linear(30, 4)));
        };
    }

    private static TrainingOptions ours(int epochs, int batch, int cells, NeighborOptions neighbors) {
        return new TrainingOptions(
                new LoopOptions(epochs, batch, Schedule.cosine(0.01, 0), AdamOptions.KERAS)
                        .withLeast(LEAST_STEPS, STEPS_PER_ROW, LEAST_BATCHES)
                        .withWarmUp(WARM_UP),
                Start.NEIGHBORS,
                new CoordinateOptions(Schedule.cosine(0.12, 0), Schedule.linear(0.05, 0), Update.VISITED, PER_VISIT),
                new SearchOptions(cells, CELLS_PER_ROW, 1, 0.9, LEAST_GAIN, SPREAD),
                neighbors,
                true,
                0);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
