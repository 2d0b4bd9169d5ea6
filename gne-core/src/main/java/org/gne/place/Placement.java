package org.gne.place;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.gne.data.Embedding;
import org.gne.data.Samples;
import org.gne.kernel.CounterRandom;
import org.gne.kernel.Parallel;
import org.gne.nn.Decoder;
import org.gne.nn.ResidualMlp;
import org.gne.nn.Workspace;
import org.gne.search.DecodedCells;
import org.gne.search.GlobalSearch;
import org.gne.search.MapGrid;
import org.jspecify.annotations.Nullable;

/**
 * Places new rows on a finished map: finds the coordinates at which the decoder, which does not change, reconstructs
 * each row best.
 *
 * <p>Each row is compared with the decoder's samples all over the map ({@link DecodedCells}: a grid, or above three
 * dimensions the coordinates of a fixed choice of training rows). From the best cells that lie apart, damped
 * Gauss-Newton descends to the nearest minimum ({@link GaussNewton}); the lowest minimum gives the coordinates. They
 * depend on the row and the model only, bit for bit: not on the other rows, their order, or the threads.
 */
public final class Placement {

    /** The number of rows between two calls of the listener. */
    private static final int CHUNK = 4096;

    /** At most this many decoded values are kept, so maps of very wide rows have fewer cells. */
    private static final long MOST_VALUES = 1L << 25;

    private final ResidualMlp decoder;
    private final Embedding map;
    private final PlacementOptions options;
    private final DecodedCells cells;
    private final Box box;
    private final @Nullable RowDistance distance;
    private final float[] cellCosts;
    private final float[] centre;

    /** Decodes the map; the error alone decides where a row is placed. */
    public Placement(ResidualMlp decoder, Embedding map, PlacementOptions options, Parallel parallel) {
        this(decoder, map, options, 0, parallel);
    }

    /**
     * Decodes the map.
     *
     * @param map the coordinates of the training rows
     * @param away the weight of {@link RowDistance}, in units of the error of a row: a row is placed away from all
     *     training rows only if that lowers its error. 0 turns this off. Above three dimensions it is always off
     * @throws IllegalArgumentException if map and decoder differ in dimension, or there are no training rows
     */
    public Placement(ResidualMlp decoder, Embedding map, PlacementOptions options, double away, Parallel parallel) {
        if (map.dim() != decoder.in() || map.size() == 0) {
            throw new IllegalArgumentException("found a map of " + map.size() + " rows in dimension " + map.dim()
                    + " for a decoder of " + decoder.in() + ", expected the same dimension and at least 1 row");
        }
        this.decoder = decoder;
        this.map = map;
        this.options = options;
        int most = (int) Math.max(1, Math.min(options.cells(), MOST_VALUES / decoder.out()));
        MapGrid places = map.dim() <= GlobalSearch.MOST_DIMENSIONS ? MapGrid.centred(map, most) : someRows(map, most);
        cells = DecodedCells.of(places, decoder, parallel);
        box = Box.around(map);
        distance = away > 0 && map.dim() <= GlobalSearch.MOST_DIMENSIONS
                ? new RowDistance(map, box, away, parallel)
                : null;
        cellCosts = cellCosts();
        centre = centre(map);
    }

    private float[] cellCosts() {
        float[] costs = new float[distance == null ? 0 : cells.grid().count()];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = Objects.requireNonNull(distance).cost(cells.grid().places(), i * map.dim());
        }
        return costs;
    }

    private static MapGrid someRows(Embedding map, int most) {
        int[] order = CounterRandom.of(1, "placement").permutation(map.size());
        int[] some = Arrays.copyOf(order, Math.min(most, map.size()));
        return new MapGrid(map.rows(some).values(), map.dim());
    }

    private static float[] centre(Embedding map) {
        double[] sum = new double[map.dim()];
        for (int i = 0; i < map.values().length; i++) {
            sum[i % map.dim()] += map.values()[i];
        }
        float[] centre = new float[map.dim()];
        for (int axis = 0; axis < centre.length; axis++) {
            centre[axis] = (float) (sum[axis] / map.size());
        }
        return centre;
    }

    /**
     * Places rows. A row without known values goes to the centre of the map.
     *
     * @param samples the scaled rows; NaN for a missing value, which is ignored
     * @param listener receives the number of finished rows, on the calling thread
     * @throws IllegalArgumentException if rows and decoder differ in width, or a value is infinite
     * @throws CancellationException if the calling thread is interrupted
     */
    public Placed place(Samples samples, Parallel parallel, IntConsumer listener) {
        if (samples.width() != decoder.out()) {
            throw new IllegalArgumentException(
                    "rows of " + samples.width() + " values, expected " + decoder.out() + " as the model has");
        }
        samples.requireNoInfinity();
        int dim = map.dim();
        float[] places = new float[Math.multiplyExact(samples.size(), dim)];
        float[] errors = new float[samples.size()];
        Search[] searches = new Search[parallel.threads()];
        for (int chunk = 0; chunk < samples.size(); chunk += CHUNK) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted after " + chunk + " rows of " + samples.size());
            }
            int first = chunk;
            int end = Math.min(samples.size(), chunk + CHUNK);
            parallel.run((end - first + Workspace.TILE - 1) / Workspace.TILE, (tile, worker) -> {
                if (searches[worker] == null) {
                    searches[worker] = new Search();
                }
                int from = first + tile * Workspace.TILE;
                searches[worker].tile(samples, from, Math.min(end, from + Workspace.TILE), places, errors);
            });
            listener.accept(end);
        }
        return new Placed(new Embedding(places, dim), errors);
    }

    /** The work of one thread. */
    private final class Search {
        private final int width = decoder.out();
        private final int sources = decoder.heads().sources();
        private final int dim = map.dim();
        private final int count = cells.grid().count();
        private final CellMinima minima = new CellMinima(cells.grid().sides(), count, options.starts());
        private final GaussNewton descents = new GaussNewton(decoder, box, distance);
        private final Decoder.Pass pass = decoder.pass();
        private final double[] perColumn = new double[width];
        private final float[] rows = new float[Workspace.TILE * width];
        private final int[] order = new int[Workspace.TILE];
        private final float[] scores = new float[Workspace.TILE * count];
        private int whole;

        void tile(Samples samples, int from, int to, float[] places, float[] errors) {
            int n = to - from;
            load(samples, from, n);
            float[] compared = represented(n);
            cells.score(whole, compared, scores);
            if (whole < n) {
                cells.scoreKnown(whole, n - whole, compared, scores);
            }
            for (int i = 0; i < n && cellCosts.length > 0; i++) {
                for (int cell = 0; cell < count; cell++) {
                    scores[i * count + cell] += cellCosts[cell];
                }
            }
            GaussNewton.Problems starts = new GaussNewton.Problems(n * options.starts(), dim);
            for (int i = 0; i < n; i++) {
                int found = minima.find(scores, i * count);
                for (int k = 0; k < found; k++) {
                    starts.add(i, cells.grid().places(), minima.cell(k));
                }
            }
            descents.run(starts, rows, whole < n, options.trials());
            GaussNewton.Problems finals = best(starts, n);
            descents.run(finals, rows, whole < n, options.steps());
            for (int i = 0; i < finals.count; i++) {
                int slot = finals.row[i];
                int known = known(slot);
                float[] place = known == 0 ? centre : Arrays.copyOfRange(finals.places, i * dim, (i + 1) * dim);
                System.arraycopy(place, 0, places, order[slot] * dim, dim);
                errors[order[slot]] = finals.errors[i] / known;
            }
            if (!decoder.heads().plain() || distance != null) {
                deviances(n, places, errors);
            }
        }

        /**
         * Replaces losses by deviances: neither the part of a loss that is the same at every point nor the distance from
         * other rows belongs to the error of a row.
         */
        private void deviances(int n, float[] places, float[] errors) {
            for (int slot = 0; slot < n; slot++) {
                System.arraycopy(places, order[slot] * dim, pass.input(), slot * dim, dim);
            }
            pass.run(n);
            for (int slot = 0; slot < n; slot++) {
                double deviance = decoder.heads().deviance(rows, slot * width, pass.output(), slot * width, perColumn);
                errors[order[slot]] = (float) (deviance / known(slot));
            }
        }

        private float[] represented(int n) {
            if (decoder.heads().euclidean()) {
                return rows;
            }
            float[] compared = Arrays.copyOf(rows, n * width);
            decoder.heads().represent(n, compared, 0, true);
            return compared;
        }

        /**
         * Reads rows and puts complete rows before those with missing values, because they are compared in different
         * ways.
         */
        private void load(Samples samples, int from, int n) {
            whole = 0;
            int behind = n;
            for (int i = 0; i < n; i++) {
                samples.read(from + i, rows, whole * width);
                if (known(whole) == sources) {
                    order[whole++] = from + i;
                } else {
                    behind--;
                    System.arraycopy(rows, whole * width, rows, behind * width, width);
                    order[behind] = from + i;
                }
            }
        }

        private int known(int slot) {
            return decoder.heads().known(rows, slot * width);
        }

        /** For each row, the descent with the lowest error; the first one if several are equal. */
        private GaussNewton.Problems best(GaussNewton.Problems starts, int n) {
            int[] best = new int[n];
            Arrays.fill(best, -1);
            for (int i = 0; i < starts.count; i++) {
                int row = starts.row[i];
                best[row] = best[row] < 0 || starts.errors[i] < starts.errors[best[row]] ? i : best[row];
            }
            GaussNewton.Problems finals = new GaussNewton.Problems(n, dim);
            for (int i : best) {
                finals.take(starts, i);
            }
            return finals;
        }
    }
}
