package org.gne.train;

import java.util.Arrays;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Kernel;
import org.gne.kernel.Kernels;
import org.gne.kernel.Parallel;
import org.gne.nn.MlpShape;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;

/**
 * Takes rows out of local minima: decodes a grid over the map, finds for each row the cell whose sample is nearest, and
 * moves the row there where that explains it better than its own place does.
 *
 * <p>The nearest cell is looked for on principal components, as one matrix product over rows and cells,
 * {@code |x - g|^2 = |x|^2 - 2 x.g + |g|^2}; whether it is better is decided on all columns.
 */
final class GlobalSearch implements EpochLoop.Interlude {

    /** Principal components that rows are compared on. */
    static final int COMPONENTS = 48;

    /** Cells scored at once: their components stay in the second-level cache. */
    private static final int BLOCK = 256;

    /** Up to this many dimensions a grid covers the map. */
    static final int MOST_DIMENSIONS = 3;

    private final Kernel kernel = Kernels.active();
    private final Samples samples;
    private final FreeCoordinates coordinates;
    private final ResidualMlp decoder;
    private final SearchOptions options;
    private final int epochs;
    private final Parallel parallel;
    private final CounterRandom random;
    private final PrincipalComponents components;
    private final boolean gaps;
    private double operations;

    GlobalSearch(
            Samples samples,
            FreeCoordinates coordinates,
            ResidualMlp decoder,
            TrainingOptions options,
            long seed,
            PrincipalComponents components,
            Parallel parallel) {
        this.samples = samples;
        this.coordinates = coordinates;
        this.decoder = decoder;
        this.options = options.search();
        epochs = options.epochs();
        this.parallel = parallel;
        random = CounterRandom.of(seed, "search");
        this.components = components;
        gaps = samples.missingValues() > 0;
    }

    @Override
    public double operations() {
        return operations;
    }

    /** The decoded cells: their samples and, for the product, half their squared length on the components. */
    private record Cells(MapGrid grid, float[] samples, float[] reducedTransposed, float[] halfSquares) {}

    /** One search for all rows, where one is due. */
    @Override
    public int after(int epoch) {
        if (!options.after(epoch, epochs)) {
            return -1;
        }
        Cells cells = decode(MapGrid.jittered(coordinates.embedding(), options.cells(), random.at(epoch)));
        int tiles = (samples.size() + Workspace.TILE - 1) / Workspace.TILE;
        int[] moved = new int[tiles];
        Search[] scratch = new Search[parallel.threads()];
        parallel.run(tiles, (tile, worker) -> {
            if (scratch[worker] == null) {
                scratch[worker] = new Search(cells);
            }
            moved[tile] = scratch[worker].tile(tile * Workspace.TILE);
        });
        long perRow =
                decoder.shape().forwardOperations() + 2L * components.count() * (samples.width() + cells.grid.count());
        operations += (double) perRow * samples.size();
        return Arrays.stream(moved).sum();
    }

    private Cells decode(MapGrid grid) {
        MlpShape shape = decoder.shape();
        int count = grid.count();
        int width = shape.out();
        int reduced = components.count();
        float[] decoded = new float[Math.multiplyExact(count, width)];
        float[] transposed = new float[reduced * count];
        float[] halfSquares = new float[count];
        int tiles = (count + Workspace.TILE - 1) / Workspace.TILE;
        parallel.run(tiles, (tile, worker) -> {
            int from = tile * Workspace.TILE;
            int n = Math.min(Workspace.TILE, count - from);
            Workspace scratch = new Workspace(shape);
            System.arraycopy(grid.places(), from * grid.dim(), scratch.input(), 0, n * grid.dim());
            decoder.forward(kernel, n, scratch);
            System.arraycopy(scratch.output(), 0, decoded, from * width, n * width);
            float[] projected = new float[n * reduced];
            components.project(kernel, n, scratch.output(), projected);
            for (int i = 0; i < n; i++) {
                float square = 0;
                for (int k = 0; k < reduced; k++) {
                    float value = projected[i * reduced + k];
                    transposed[k * count + from + i] = value;
                    square = Math.fma(value, value, square);
                }
                halfSquares[from + i] = square / 2;
            }
        });
        return new Cells(grid, decoded, transposed, halfSquares);
    }

    /** One thread's part of a search. */
    private final class Search {
        private final Cells cells;
        private final Workspace scratch = new Workspace(decoder.shape());
        private final float[] rows = new float[Workspace.TILE * samples.width()];
        private final float[] reduced = new float[Workspace.TILE * components.count()];
        private final float[] scores = new float[Workspace.TILE * BLOCK];
        private final float[] lowest = new float[Workspace.TILE];
        private final int[] nearest = new int[Workspace.TILE];

        Search(Cells cells) {
            this.cells = cells;
        }

        int tile(int from) {
            int n = Math.min(Workspace.TILE, samples.size() - from);
            int width = samples.width();
            int dim = coordinates.embedding().dim();
            for (int i = 0; i < n; i++) {
                samples.read(from + i, rows, i * width);
            }
            System.arraycopy(coordinates.embedding().values(), from * dim, scratch.input(), 0, n * dim);
            decoder.forward(kernel, n, scratch);
            findNearest(n);
            int moved = 0;
            for (int i = 0; i < n; i++) {
                float now = squaredError(width, rows, i * width, scratch.output(), i * width);
                float then = squaredError(width, rows, i * width, cells.samples, nearest[i] * width);
                if (then < now) {
                    coordinates.move(from + i, cells.grid.places(), nearest[i]);
                    moved++;
                }
            }
            return moved;
        }

        private float squaredError(int n, float[] x, int x0, float[] y, int y0) {
            return gaps ? SquaredError.ofKnown(n, x, x0, y, y0) : SquaredError.of(n, x, x0, y, y0);
        }

        private void project(int n) {
            float[] whole = rows;
            if (gaps) {
                whole = Arrays.copyOf(rows, n * samples.width());
                components.fillMissing(n, whole);
            }
            components.project(kernel, n, whole, reduced);
        }

        private void findNearest(int n) {
            int count = cells.grid.count();
            int depth = components.count();
            project(n);
            for (int i = 0; i < n * depth; i++) {
                reduced[i] = -reduced[i];
            }
            Arrays.fill(lowest, Float.POSITIVE_INFINITY);
            Arrays.fill(nearest, 0);
            for (int cell = 0; cell < count; cell += BLOCK) {
                int block = Math.min(BLOCK, count - cell);
                for (int i = 0; i < n; i++) {
                    System.arraycopy(cells.halfSquares, cell, scores, i * BLOCK, block);
                }
                kernel.multiplyAdd(
                        n, block, depth, reduced, 0, depth, 1, cells.reducedTransposed, cell, count, scores, 0, BLOCK);
                for (int i = 0; i < n; i++) {
                    int best = kernel.argMin(block, scores, i * BLOCK);
                    if (scores[i * BLOCK + best] < lowest[i]) {
                        lowest[i] = scores[i * BLOCK + best];
                        nearest[i] = cell + best;
                    }
                }
            }
        }
    }
}
