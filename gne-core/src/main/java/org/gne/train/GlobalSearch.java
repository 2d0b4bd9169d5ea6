package org.gne.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gne.data.Embedding;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.neighbor.NeighborGraph;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows out of local minima: decodes a grid over the map, finds for each row the cell that costs it least, and moves
 * the row there where that costs less than its own place does. The cost of a place is the squared error of its sample and,
 * where neighbours play a part, the squared distance to where the row's neighbours are, so that a class is not torn.
 *
 * <p>The cell is looked for on principal components, as one matrix product over rows and cells,
 * {@code |x - g|^2 = |x|^2 - 2 x.g + |g|^2}, and likewise for the distance on the map; whether it is better is decided on
 * all columns.
 */
final class GlobalSearch implements EpochLoop.Interlude {

    /** Principal components that rows are compared on. */
    static final int COMPONENTS = 48;

    /** Cells scored at once: their components stay in the second-level cache. */
    private static final int BLOCK = 256;

    /** One tile of so many is searched first, to see whether the others pay. */
    private static final int PROBE = 16;

    /** Fewer tiles than this say nothing of the others. */
    private static final int FEW = 4;

    /** Up to this many dimensions a grid covers the map. */
    static final int MOST_DIMENSIONS = 3;

    private final Kernel kernel = Kernels.active();
    private final Samples samples;
    private final FreeCoordinates coordinates;
    private final ResidualMlp decoder;
    private final SearchOptions options;
    private final NeighborOptions neighbors;
    private final int epochs;
    private final int dim;
    private final double variance;
    private final Parallel parallel;
    private final CounterRandom random;
    private final PrincipalComponents components;
    private final @Nullable Embedding projected;
    private final @Nullable NeighborGraph graph;
    private final boolean gaps;
    private double operations;

    /**
     * @param components of the rows
     * @param projected the rows on these components, or null to project them in each search
     * @param graph the rows' neighbours, or null where they play no part
     */
    GlobalSearch(
            Samples samples,
            FreeCoordinates coordinates,
            ResidualMlp decoder,
            TrainingOptions options,
            long seed,
            PrincipalComponents components,
            @Nullable Embedding projected,
            @Nullable NeighborGraph graph,
            Parallel parallel) {
        this.samples = samples;
        this.coordinates = coordinates;
        this.decoder = decoder;
        this.options = options.search();
        neighbors = options.neighbors();
        epochs = options.epochs();
        dim = coordinates.embedding().dim();
        variance = components.meanVariance();
        this.parallel = parallel;
        random = CounterRandom.of(seed, "search");
        this.components = components;
        this.projected = projected;
        this.graph = graph;
        gaps = samples.missingValues() > 0;
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
    int search(Embedding map, int epoch) {
        MapGrid grid = MapGrid.jittered(map, options.cells(), random.at(epoch));
        Costs costs = costs(DecodedCells.of(grid, decoder, components, parallel), (double) epoch / epochs);
        int[] tiles = tiles(epoch);
        int probed = tiles.length < FEW * PROBE ? tiles.length : tiles.length / PROBE;
        Search[] scratch = new Search[parallel.threads()];
        Outcome outcome = search(tiles, 0, probed, costs, scratch);
        if (outcome.gain >= options.leastGain() * outcome.cost) {
            outcome = outcome.and(search(tiles, probed, tiles.length, costs, scratch));
        }
        int toProject = projected == null ? samples.width() : 0;
        long perRow = decoder.shape().forwardOperations() + 2L * components.count() * (toProject + grid.count());
        operations += (double) perRow * outcome.rows;
        return outcome.moved;
    }

    /** All tiles, one in {@link #PROBE} first, others each time: where rows stand in the data may mean something. */
    private int[] tiles(int epoch) {
        int count = (samples.size() + Workspace.TILE - 1) / Workspace.TILE;
        return IntStream.concat(
                        IntStream.range(0, count).filter(tile -> tile % PROBE == epoch % PROBE),
                        IntStream.range(0, count).filter(tile -> tile % PROBE != epoch % PROBE))
                .toArray();
    }

    private Outcome search(int[] tiles, int from, int to, Costs costs, Search[] scratch) {
        Outcome[] outcomes = new Outcome[to - from];
        parallel.run(outcomes.length, (task, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Search(costs);
            }
            outcomes[task] = scratch[worker].tile(tiles[from + task] * Workspace.TILE);
        });
        return Arrays.stream(outcomes).reduce(new Outcome(0, 0, 0, 0), Outcome::and);
    }

    /**
     * What a search has come to.
     *
     * @param rows that were looked at
     * @param moved of these
     * @param cost of their places before, in all
     * @param gain by how much it fell
     */
    private record Outcome(int rows, int moved, double cost, double gain) {

        Outcome and(Outcome other) {
            return new Outcome(rows + other.rows, moved + other.moved, cost + other.cost, gain + other.gain);
        }
    }

    /**
     * What cells cost.
     *
     * @param half {@code [count]}: half the part of a cell's cost that is the same for all rows
     * @param places {@code [dim, count]}: the cells' places
     */
    private record Costs(DecodedCells cells, @Nullable NeighborCentres centres, float[] half, float[] places) {}

    private Costs costs(DecodedCells cells, double progress) {
        if (graph == null) {
            return new Costs(cells, null, cells.halfSquares(), new float[0]);
        }
        double weight = neighbors.weight() * neighbors.search().at(progress) * variance * samples.width();
        NeighborCentres centres = NeighborCentres.of(
                graph,
                coordinates.embedding(),
                (int) Math.round(neighbors.centre().at(progress)),
                weight,
                parallel);
        MapGrid grid = cells.grid();
        int count = grid.count();
        float[] half = cells.halfSquares().clone();
        float[] places = new float[dim * count];
        for (int cell = 0; cell < count; cell++) {
            float square = 0;
            for (int axis = 0; axis < dim; axis++) {
                float value = grid.places()[cell * dim + axis];
                places[axis * count + cell] = value;
                square = Math.fma(value, value, square);
            }
            half[cell] = Math.fma(centres.weight() / 2, square, half[cell]);
        }
        return new Costs(cells, centres, half, places);
    }

    /** One thread's part of a search. */
    private final class Search {
        private final Costs costs;
        private final DecodedCells cells;
        private final Workspace scratch = new Workspace(decoder.shape());
        private final float[] rows = new float[Workspace.TILE * samples.width()];
        private final float[] reduced = new float[Workspace.TILE * components.count()];
        private final float[] drawn = new float[Workspace.TILE * dim];
        private final float[] scores = new float[Workspace.TILE * BLOCK];
        private final float[] lowest = new float[Workspace.TILE];
        private final int[] best = new int[Workspace.TILE];

        Search(Costs costs) {
            this.costs = costs;
            cells = costs.cells;
        }

        Outcome tile(int from) {
            int n = Math.min(Workspace.TILE, samples.size() - from);
            int width = samples.width();
            for (int i = 0; i < n; i++) {
                samples.read(from + i, rows, i * width);
            }
            System.arraycopy(coordinates.embedding().values(), from * dim, scratch.input(), 0, n * dim);
            decoder.forward(kernel, n, scratch);
            project(from, n);
            findBest(from, n);
            int moved = 0;
            double sum = 0;
            double gain = 0;
            for (int i = 0; i < n; i++) {
                float now = cost(from + i, i, scratch.output(), scratch.input(), i);
                float then = cost(from + i, i, cells.samples(), cells.grid().places(), best[i]);
                sum += now;
                if (then < now) {
                    gain += now - then;
                    coordinates.move(from + i, cells.grid().places(), best[i]);
                    moved++;
                }
            }
            return new Outcome(n, moved, sum, gain);
        }

        /** What it costs the row in a slot to be at the i-th of some places. */
        private float cost(int row, int slot, float[] decoded, float[] places, int i) {
            int width = samples.width();
            float error = gaps
                    ? SquaredError.ofKnown(width, rows, slot * width, decoded, i * width)
                    : SquaredError.of(width, rows, slot * width, decoded, i * width);
            return costs.centres == null ? error : error + costs.centres.cost(row, places, i * dim, dim);
        }

        private void project(int from, int n) {
            int count = components.count();
            if (projected != null) {
                System.arraycopy(projected.values(), from * count, reduced, 0, n * count);
            } else {
                float[] whole = rows;
                if (gaps) {
                    whole = Arrays.copyOf(rows, n * samples.width());
                    components.fillMissing(n, whole);
                }
                components.project(kernel, n, whole, reduced);
            }
            for (int i = 0; i < n * count; i++) {
                reduced[i] = -reduced[i];
            }
        }

        private void findBest(int from, int n) {
            int count = cells.grid().count();
            int depth = components.count();
            NeighborCentres centres = costs.centres;
            for (int i = 0; centres != null && i < n * dim; i++) {
                drawn[i] = -centres.weight() * centres.places()[from * dim + i];
            }
            Arrays.fill(lowest, Float.POSITIVE_INFINITY);
            Arrays.fill(best, 0);
            for (int cell = 0; cell < count; cell += BLOCK) {
                int block = Math.min(BLOCK, count - cell);
                for (int i = 0; i < n; i++) {
                    System.arraycopy(costs.half, cell, scores, i * BLOCK, block);
                }
                kernel.multiplyAdd(
                        n, block, depth, reduced, 0, depth, 1, cells.reduced(), cell, count, scores, 0, BLOCK);
                if (centres != null) {
                    kernel.multiplyAdd(n, block, dim, drawn, 0, dim, 1, costs.places, cell, count, scores, 0, BLOCK);
                }
                for (int i = 0; i < n; i++) {
                    int least = kernel.argMin(block, scores, i * BLOCK);
                    if (scores[i * BLOCK + least] < lowest[i]) {
                        lowest[i] = scores[i * BLOCK + least];
                        best[i] = cell + least;
                    }
                }
            }
        }
    }
}
