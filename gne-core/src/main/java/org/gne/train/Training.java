package org.gne.train;

import java.util.function.Supplier;
import org.gne.data.ColumnMeans;
import org.gne.data.Embedding;
import org.gne.data.Labels;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Survey;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.layout.FreeCoordinates;
import org.gne.layout.Landmarks;
import org.gne.layout.NeighborForces;
import org.gne.layout.NeighborOptions;
import org.gne.layout.Neighborhoods;
import org.gne.layout.Springs;
import org.gne.loop.DivergedException;
import org.gne.loop.EpochLoop;
import org.gne.loop.FitListener;
import org.gne.loop.RowOrder;
import org.gne.loop.TrainingResult;
import org.gne.loop.TrainingState;
import org.gne.neighbor.NeighborGraph;
import org.gne.neighbor.NeighborSearch;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.search.GlobalSearch;
import org.jspecify.annotations.Nullable;

/**
 * The training of GNE from start to end: neighbours, initial coordinates, epochs, and searches between them.
 *
 * @hidden internal
 */
public final class Training {

    /** With fewer rows than this, neighbours are not used. */
    static final int FEWEST_ROWS = 5;

    /** With more rows than this, neighbours of rows that are added to a map, and of its own, are sought in near cells only. */
    private static final int MOST_EXACT = 1 << 14;

    /** Axes with less than this share of the variance of the first are rounding errors. */
    private static final float FLAT = 1e-6f;

    private final Samples samples;
    private final Samples represented;
    private final double known;
    private final @Nullable Labels labels;
    private final MlpShape shape;
    private final TrainingOptions asked;
    private final TrainingOptions options;
    private final @Nullable Holding holding;
    private final @Nullable OldMap old;
    private final long seed;
    private final Parallel parallel;

    private Training(
            Samples samples,
            double known,
            @Nullable Labels labels,
            MlpShape shape,
            TrainingOptions options,
            @Nullable Holding holding,
            long seed,
            Parallel parallel) {
        this.samples = samples;
        represented = shape.heads().represented(samples);
        this.known = known;
        this.labels = labels;
        this.shape = shape;
        asked = options;
        this.options = options.forRows(samples.size(), samples.schema());
        this.holding = holding;
        old = holding instanceof OldMap map ? map : null;
        this.seed = seed;
        this.parallel = parallel;
    }

    /**
     * Trains a map and its decoder.
     *
     * @param samples the scaled rows, at least one
     * @param shape the shape of the decoder; {@code in} is the number of dimensions of the map, {@code out} the width
     *     of the rows
     * @param seed the seed of all random numbers
     * @param listener receives the progress; it can stop the training, and so does an interrupt of the calling thread
     * @throws DivergedException if the loss is not finite or grows without bound
     */
    public static TrainingResult run(
            Samples samples,
            MlpShape shape,
            TrainingOptions options,
            long seed,
            Parallel parallel,
            FitListener listener) {
        return resume(
                samples,
                shape.heads().known(Survey.of(samples, parallel)),
                null,
                shape,
                options,
                seed,
                parallel,
                null,
                listener);
    }

    /**
     * Continues a training of the same samples, shape, options and seed. The result is, bit for bit, that of a training
     * without interruption.
     *
     * @param known the number of known values of the samples; a category counts as one
     * @param labels the classes of the rows, or null; required if {@link NeighborOptions#labels} is above 0
     * @param state the state after whole epochs, or null to begin
     * @throws IllegalArgumentException if labels are required but missing, their number is not that of the rows, or the
     *     state belongs to other rows, another decoder or more epochs
     * @throws DivergedException if the loss is not finite or grows without bound
     */
    public static TrainingResult resume(
            Samples samples,
            double known,
            @Nullable Labels labels,
            MlpShape shape,
            TrainingOptions options,
            long seed,
            Parallel parallel,
            @Nullable TrainingState state,
            FitListener listener) {
        return resume(samples, known, labels, shape, options, null, seed, parallel, state, listener);
    }

    /**
     * Continues a training, also one that adds rows to a map, or one of tied rows.
     *
     * @param samples if rows are added: the old rows, then the new ones
     * @param holding the map to which rows are added, or the rows that are tied; or null
     * @throws IllegalArgumentException as of {@link #resume(Samples, double, Labels, MlpShape, TrainingOptions, long, Parallel,
     *     TrainingState, FitListener)}
     * @throws DivergedException if the loss is not finite or grows without bound
     */
    public static TrainingResult resume(
            Samples samples,
            double known,
            @Nullable Labels labels,
            MlpShape shape,
            TrainingOptions options,
            @Nullable Holding holding,
            long seed,
            Parallel parallel,
            @Nullable TrainingState state,
            FitListener listener) {
        EpochLoop.check(samples, shape);
        if (options.neighbors().labelled() && (labels == null || labels.size() != samples.size())) {
            throw new IllegalArgumentException("label weight "
                    + options.neighbors().labels() + ": found " + (labels == null ? "no" : labels.size())
                    + " labels, expected one per row (a row may have no class)");
        }
        return new Training(samples, known, labels, shape, options, holding, seed, parallel).run(state, listener);
    }

    private TrainingResult run(@Nullable TrainingState state, FitListener listener) {
        long begin = System.nanoTime();
        PrincipalComponents components = components();
        Neighborhoods neighbors = components == null ? null : neighbors(components);
        Embedding start = start(state, components, neighbors);
        TrainingOptions chosen = options;
        // A training that was stopped during the trial begins with a trial again.
        if (options.seconds() > 0 && (state == null || state.epochs() == 0)) {
            Parts trial = parts(
                    options, components, neighbors, new Embedding(start.values().clone(), start.dim()));
            int epochs = new EpochsInTime(options.seconds(), begin, listener).choose(trial.loop, trial.search);
            chosen = asked.withEpochs(epochs).forRows(samples.size(), samples.schema());
        }
        Parts parts = parts(chosen, components, neighbors, start);
        if (state != null) {
            parts.loop.restore(state);
        }
        return parts.loop.run(listener, parts.search, begin);
    }

    /** The epochs, and what comes between them. */
    private record Parts(EpochLoop loop, EpochLoop.Interlude search) {}

    /**
     * Everything that the epochs change.
     *
     * @param start the initial coordinates, changed in place
     */
    private Parts parts(
            TrainingOptions chosen,
            @Nullable PrincipalComponents components,
            @Nullable Neighborhoods neighbors,
            Embedding start) {
        NeighborGraph graph = neighbors == null ? null : neighbors.graph();
        NeighborForces forces = components == null || neighbors == null
                ? null
                : new NeighborForces(
                        neighbors.graph(),
                        neighbors.landmarks(),
                        chosen.neighbors(),
                        components.varianceOver(shape.heads().sources()),
                        shape.in(),
                        parallel);
        Springs springs = holding == null || components == null
                ? null
                : holding.springs(components.varianceOver(shape.heads().sources()));
        FreeCoordinates coordinates = new FreeCoordinates(start, chosen.coordinates(), forces, springs, seed);
        ResidualMlp decoder = old != null
                ? old.decoder().copy()
                : decoder(
                        shape,
                        chosen,
                        seed,
                        start,
                        () -> components != null
                                ? shape.heads().means(components.mean())
                                : ColumnMeans.of(samples, Math.min(samples.size(), PrincipalComponents.MOST_ROWS)));
        // A decoder that is trained already would lose what its grids know.
        boolean follows = old == null;
        RowOrder order = old == null
                ? RowOrder.all(samples.size(), seed)
                : RowOrder.oldInTurns(samples.size(), old.rows(), old.every(), seed);
        EpochLoop loop = new EpochLoop(samples, known, coordinates, decoder, chosen.loop(), order, follows, parallel);
        Embedding projected = neighbors != null && neighbors.landmarks().all() ? neighbors.reduced() : null;
        EpochLoop.Interlude search = searches() && components != null
                ? new GlobalSearch(
                        new GlobalSearch.Setting(samples, coordinates, decoder, components, projected, order),
                        chosen.search(),
                        chosen.neighbors(),
                        chosen.epochs(),
                        seed,
                        graph,
                        parallel)
                : EpochLoop.Interlude.NONE;
        return new Parts(loop, search);
    }

    /**
     * The initial decoder.
     *
     * @param map the initial coordinates of rows from all over the map
     * @param means computes the means of the columns
     */
    static ResidualMlp decoder(
            MlpShape shape, TrainingOptions options, long seed, Embedding map, Supplier<float[]> means) {
        ResidualMlp decoder =
                ResidualMlp.glorot(shape, CounterRandom.of(seed, "decoder")).over(map);
        return options.centred() ? decoder.centredOn(means.get()) : decoder;
    }

    private boolean searches() {
        return options.search().cells() > 0 && shape.in() <= GlobalSearch.MOST_DIMENSIONS;
    }

    /** The principal components that are needed, or null if none are. */
    private @Nullable PrincipalComponents components() {
        TrainingOptions.Start start = options.start();
        boolean starts = start == TrainingOptions.Start.PCA || start == TrainingOptions.Start.NEIGHBORS;
        boolean compares = searches() || options.neighbors().on();
        if (!starts && !compares && holding == null) {
            return null;
        }
        int count = compares ? Math.max(GlobalSearch.COMPONENTS, shape.in()) : shape.in();
        if (old == null || !old.comparesSome()) {
            return PrincipalComponents.fit(represented, count, seed, parallel);
        }
        PrincipalComponents found = PrincipalComponents.fit(old.compared(represented), count, seed, parallel);
        // The columns that are left out would be axes of their own, without variance.
        int axes = 1;
        while (axes < found.count() && found.variance()[axes] > FLAT * found.variance()[0]) {
            axes++;
        }
        return found.leading(axes);
    }

    private @Nullable Neighborhoods neighbors(PrincipalComponents components) {
        int n = samples.size();
        if (!options.neighbors().on() || n < FEWEST_ROWS) {
            return null;
        }
        int mostExact = old == null ? NeighborSearch.MOST_EXACT : MOST_EXACT;
        return Neighborhoods.of(
                represented, labels, Landmarks.of(n), components, options.neighbors(), mostExact, seed, parallel);
    }

    private Embedding start(
            @Nullable TrainingState state,
            @Nullable PrincipalComponents components,
            @Nullable Neighborhoods neighbors) {
        if (state != null) {
            return new Embedding(new float[Math.multiplyExact(samples.size(), shape.in())], shape.in());
        }
        if (old != null) {
            return neighbors != null && shape.in() == 2
                    ? neighbors.beside(old.start(), old.rows(), options.neighbors(), seed, parallel)
                    : new Embedding(old.start().values().clone(), shape.in());
        }
        if (options.start() == TrainingOptions.Start.NEIGHBORS && neighbors != null && shape.in() == 2) {
            return neighbors.layout(options.neighbors(), seed, parallel);
        }
        return InitialCoordinates.of(options.start(), represented, shape.in(), seed, components, parallel);
    }
}
