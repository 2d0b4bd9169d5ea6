package org.gne.search;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.layout.FreeCoordinates;
import org.gne.layout.NeighborOptions;
import org.gne.loop.EpochLoop;
import org.gne.neighbor.NeighborGraph;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows out of local minima: decodes a grid over the map, finds for each row the cell that costs it least, and moves
 * the row there where that costs less than its own place does. The cost of a place is the squared error of its sample and,
 * where neighbours play a part, the squared distance to where the row's neighbours are, so that a class is not torn.
 *
 * <p>Rows are looked at in tiles of such as have their neighbours close together: these have the same few cells to choose
 * from ({@link TileSearch}).
 */
public final class GlobalSearch implements EpochLoop.Interlude {

    /** Principal components that rows are compared on. */
    public static final int COMPONENTS = 48;

    /** One stretch of rows of so many is searched first, to see whether the others pay. */
    private static final int PROBE = 16;

    /** Rows of a stretch. */
    private static final int STRETCH = 64;

    /** Fewer stretches than this say nothing of the others. */
    private static final int FEW = 4;

    /** Up to this many dimensions a grid covers the map. */
    public static final int MOST_DIMENSIONS = 3;

    /**
     * What is searched for whom.
     *
     * @param coordinates of the rows, moved in place
     * @param components of the rows
     * @param projected the rows on these components, or null to project them in each search
     */
    public record Setting(
            Samples samples,
            FreeCoordinates coordinates,
            ResidualMlp decoder,
            PrincipalComponents components,
            @Nullable Embedding projected) {}

    private final Setting setting;
    private final FreeCoordinates coordinates;
    private final SearchOptions options;
    private final NeighborOptions neighbors;
    private final int epochs;
    private final double variance;
    private final Parallel parallel;
    private final CounterRandom random;
    private final @Nullable NeighborGraph graph;
    private double operations;

    /**
     * @param setting what is searched for whom
     * @param neighbors how much the neighbours of a row count in a search
     * @param epochs of the whole training
     * @param graph the rows' neighbours, or null where they play no part
     */
    public GlobalSearch(
            Setting setting,
            SearchOptions options,
            NeighborOptions neighbors,
            int epochs,
            long seed,
            @Nullable NeighborGraph graph,
            Parallel parallel) {
        this.setting = setting;
        coordinates = setting.coordinates();
        this.options = options;
        this.neighbors = neighbors;
        this.epochs = epochs;
        variance = setting.components().meanVariance() * setting.samples().width();
        this.parallel = parallel;
        random = CounterRandom.of(seed, "search");
        this.graph = graph;
    }

    @Override
    public double operations() {
        return operations;
    }

    /** One search for all rows, where one is due. */
    @Override
    public int after(int epoch) {
        return options.after(epoch, epochs) ? search(coordinates.embedding(), epoch) : -1;
    }

    /**
     * One search for all rows.
     *
     * @param map what the grid covers: the rows, or others that they are a part of
     * @param epoch the one before, from 0
     */
    public int search(Embedding map, int epoch) {
        MapGrid grid = MapGrid.jittered(map, options.cells(), random.at(epoch));
        NeighborCentres centres = graph == null ? null : centres(graph, (double) epoch / epochs);
        DecodedCells cells = DecodedCells.of(grid, setting.decoder(), setting.components(), parallel);
        CellGroups groups = new CellGroups(cells, centres == null ? 0 : centres.weight());
        Supplier<TileSearch> search = () -> new TileSearch(setting, cells, centres, groups);
        int[] rows = probedFirst(setting.samples().size(), epoch);
        int probed = probed(rows.length);
        SearchOrder.sort(rows, 0, probed, grid, centres, parallel);
        SearchOrder.sort(rows, probed, rows.length, grid, centres, parallel);
        TileSearch[] scratch = new TileSearch[parallel.threads()];
        Outcome outcome = search(rows, 0, probed, search, scratch);
        if (outcome.gain() >= options.leastGain() * outcome.cost()) {
            outcome = outcome.and(search(rows, probed, rows.length, search, scratch));
        }
        operations += outcome.operations();
        return outcome.moved();
    }

    private NeighborCentres centres(NeighborGraph graph, double progress) {
        double weight = neighbors.weight() * neighbors.search().at(progress) * variance;
        int nearest = (int) Math.round(neighbors.centre().at(progress));
        return NeighborCentres.of(graph, coordinates.embedding(), nearest, weight, parallel);
    }

    /** How many rows are searched first. */
    private static int probed(int rows) {
        int stretches = (rows + STRETCH - 1) / STRETCH;
        return stretches < FEW * PROBE ? rows : stretches / PROBE * STRETCH;
    }

    /** All rows, one stretch in {@link #PROBE} first, others each time: where rows stand in the data may mean something. */
    private static int[] probedFirst(int rows, int epoch) {
        return IntStream.concat(
                        IntStream.range(0, rows).filter(row -> row / STRETCH % PROBE == epoch % PROBE),
                        IntStream.range(0, rows).filter(row -> row / STRETCH % PROBE != epoch % PROBE))
                .toArray();
    }

    private Outcome search(int[] rows, int from, int to, Supplier<TileSearch> search, TileSearch[] scratch) {
        Outcome[] outcomes = new Outcome[(to - from + Workspace.TILE - 1) / Workspace.TILE];
        parallel.run(outcomes.length, (task, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = search.get();
            }
            int first = from + task * Workspace.TILE;
            outcomes[task] = scratch[worker].run(rows, first, Math.min(to, first + Workspace.TILE));
        });
        return Arrays.stream(outcomes).reduce(Outcome.NONE, Outcome::and);
    }

    /**
     * What a search has come to.
     *
     * @param moved rows that are elsewhere now
     * @param cost of the places of all rows before
     * @param gain by how much it fell
     * @param operations floating-point operations of the matrix products
     */
    record Outcome(int moved, double cost, double gain, double operations) {

        static final Outcome NONE = new Outcome(0, 0, 0, 0);

        Outcome and(Outcome other) {
            return new Outcome(
                    moved + other.moved, cost + other.cost, gain + other.gain, operations + other.operations);
        }
    }
}
