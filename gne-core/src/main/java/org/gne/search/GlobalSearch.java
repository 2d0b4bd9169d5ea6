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
import org.gne.layout.Springs;
import org.gne.loop.EpochLoop;
import org.gne.loop.RowOrder;
import org.gne.neighbor.NeighborGraph;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows out of local minima: decodes a grid over the map, finds the cell with the lowest cost for each row, and
 * moves the row there if the cost is lower than at its own coordinates. The cost is the squared error of the sample
 * plus, if neighbours are used, the squared distance to the centre of the row's neighbours, so that classes are not
 * torn apart.
 *
 * <p>Rows are processed in tiles of rows whose neighbours lie close together: these have the same few cells to choose
 * from ({@link TileSearch}).
 *
 * @hidden internal
 */
public final class GlobalSearch implements EpochLoop.Interlude {

    /** The number of principal components on which rows are compared. */
    public static final int COMPONENTS = 48;

    /** Decoded cells of wide rows, with more values than this in all, are decoded again where they are compared with a row. */
    private static final long MOST_VALUES = 1L << 24;

    /** One of this many stretches of rows is searched first, to find out whether a search of the others pays. */
    private static final int PROBE = 16;

    /** The number of rows of a stretch. */
    private static final int STRETCH = 64;

    /** Fewer stretches than this are not a fair sample of the others. */
    private static final int FEW = 4;

    /** A grid covers maps of up to this many dimensions. */
    public static final int MOST_DIMENSIONS = 3;

    /**
     * The rows and the decoder of a search.
     *
     * @param coordinates the coordinates of the rows, changed in place
     * @param components principal components of the rows
     * @param projected the rows on these components, or null to project them again in each search
     * @param order which rows an epoch trains: the search after it is for these
     * @hidden internal
     */
    public record Setting(
            Samples samples,
            FreeCoordinates coordinates,
            ResidualMlp decoder,
            PrincipalComponents components,
            @Nullable Embedding projected,
            RowOrder order) {}

    private final Setting setting;
    private final FreeCoordinates coordinates;
    private final SearchOptions options;
    private final NeighborOptions neighbors;
    private final int epochs;
    private final double variance;
    private final Parallel parallel;
    private final CounterRandom random;
    private final CounterRandom scatter;
    private final @Nullable NeighborGraph graph;
    private double operations;

    /**
     * @param setting the rows and the decoder
     * @param neighbors the weight of a row's neighbours in a search
     * @param epochs the number of epochs of the whole training
     * @param graph the rows' neighbours, or null to ignore them
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
        scatter = CounterRandom.of(seed, "search scatter");
        this.graph = graph;
    }

    @Override
    public double operations() {
        return operations;
    }

    /** Searches for the rows of this epoch, if a search is due after it. */
    @Override
    public int after(int epoch) {
        return options.after(epoch, epochs) ? search(coordinates.embedding(), epoch) : -1;
    }

    /**
     * Searches for the rows of an epoch.
     *
     * @param map the map that the grid covers: that of the rows, or of a larger set of rows
     * @param epoch the epoch before the search, from 0
     */
    public int search(Embedding map, int epoch) {
        return search(cells(map, epoch), epoch);
    }

    /**
     * The cells of a search: decoded once for all parts of a training that begin with the same decoder.
     *
     * @hidden internal
     */
    public static final class Cells {
        private final MapGrid grid;
        private final DecodedCells decoded;
        private final CellGroups groups;

        private Cells(MapGrid grid, DecodedCells decoded, CellGroups groups) {
            this.grid = grid;
            this.decoded = decoded;
            this.groups = groups;
        }
    }

    /**
     * Lays a grid over a map and decodes its cells.
     *
     * @param map the map that the grid covers
     * @param epoch the epoch before the search, from 0
     */
    public Cells cells(Embedding map, int epoch) {
        return cells(map, epoch, MOST_VALUES);
    }

    /**
     * @param most values of decoded cells that are kept
     */
    Cells cells(Embedding map, int epoch, long most) {
        MapGrid grid = MapGrid.jittered(map, options.cells(), random.at(epoch));
        DecodedCells decoded = DecodedCells.of(grid, setting.decoder(), setting.components(), most, parallel);
        return new Cells(
                grid, decoded, new CellGroups(decoded, graph == null ? 0 : (float) weight((double) epoch / epochs)));
    }

    /**
     * Searches for the rows of an epoch.
     *
     * @param among {@link #cells} of this search, or of another part's with the same decoder
     * @param epoch the epoch before the search, from 0
     */
    public int search(Cells among, int epoch) {
        MapGrid grid = among.grid;
        NeighborCentres centres = graph == null ? null : centres(graph, (double) epoch / epochs);
        Springs springs = coordinates.springs();
        if (springs != null) {
            springs.hold(coordinates.embedding());
        }
        Supplier<TileSearch> search = () -> new TileSearch(
                setting, among.decoded, centres, among.groups, (float) options.spread(), scatter.at(epoch));
        int[] rows = probedFirst(setting.order().sorted(epoch), epoch);
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
        int nearest = (int) Math.round(neighbors.centre().at(progress));
        return NeighborCentres.of(graph, coordinates.embedding(), nearest, weight(progress), parallel);
    }

    private double weight(double progress) {
        return neighbors.weight() * neighbors.search().at(progress) * variance;
    }

    /** The number of rows that are searched first. */
    private static int probed(int rows) {
        int stretches = (rows + STRETCH - 1) / STRETCH;
        return stretches < FEW * PROBE ? rows : stretches / PROBE * STRETCH;
    }

    /**
     * Rows, with one stretch in {@link #PROBE} at the beginning. Each search begins with other stretches, because
     * the position of rows in the data may have a meaning.
     */
    private static int[] probedFirst(int[] rows, int epoch) {
        return IntStream.concat(
                        IntStream.range(0, rows.length).filter(i -> i / STRETCH % PROBE == epoch % PROBE),
                        IntStream.range(0, rows.length).filter(i -> i / STRETCH % PROBE != epoch % PROBE))
                .map(i -> rows[i])
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
     * The result of a search.
     *
     * @param moved the number of rows that were moved
     * @param cost the cost of all rows before the search
     * @param gain the decrease of that cost
     * @param operations the floating-point operations of the matrix products
     */
    record Outcome(int moved, double cost, double gain, double operations) {

        static final Outcome NONE = new Outcome(0, 0, 0, 0);

        Outcome and(Outcome other) {
            return new Outcome(
                    moved + other.moved, cost + other.cost, gain + other.gain, operations + other.operations);
        }
    }
}
